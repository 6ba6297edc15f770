"""REST as Magento has it: `/rest/<scope>/V1/...`.

Calls are answered before Flask's own routing, because Magento's differs from it in every unusual case: doubled
slashes, unknown scopes, methods that a route does not have.
"""

from flask import Blueprint

from sandbox.rest.dispatch import answer_rest_calls

blueprint = Blueprint("rest", __name__)
blueprint.before_app_request(answer_rest_calls)
