Feature: A feature that no module binds
