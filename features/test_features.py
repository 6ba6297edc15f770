"""Binds every scenario of every feature in this folder, and of those in the shop's own folder."""

from pytest_bdd import scenarios

from harness.run.own_folder import own_features

scenarios(".", *own_features())
