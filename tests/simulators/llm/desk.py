"""A customer of the retail domain who returns a kettle, and what they are about to say after an agent's messages."""

from collections.abc import Sequence

from domains.kit.records import JSON
from domains.kit.scenario import Scenario
from domains.retail import DOMAIN
from simulators.agenda.customer import AgendaCustomer
from simulators.llm.draft import Draft
from simulators.protocol import Reply, Turn, View

NORA: dict[str, JSON] = {
    "persona": {"name": "Nora Weaver"},
    "facts": [
        {"key": "full_name", "kind": "name", "value": "Nora Weaver"},
        {"key": "email", "kind": "email", "value": "nora.weaver@mailhaven.example"},
        {"key": "postcode", "kind": "postcode", "value": "40318"},
        {"key": "order_id", "kind": "id", "value": "R482913", "say": ["#R482913", "R482913"], "disclose": "openly"},
        {"key": "reason", "kind": "choice", "value": "no longer needed", "say": ["I no longer need it"]},
        {"key": "phone", "kind": "phone", "value": "0170 555 321", "disclose": "never"},
    ],
    "goals": [
        {
            "id": "return",
            "action": "return_items",
            "intent": ["I'd like to return the kettle from my order.", "Can I send the kettle back?"],
            "wants": [
                {"key": "item_choice", "kind": "choice", "value": "kettle", "among": ["toaster"]},
                {
                    "key": "payment_method",
                    "kind": "choice",
                    "value": "gift card ending in 8405",
                    "say": ["gift card ending in 8405", "gift card"],
                    "among": ["Orbis card"],
                },
            ],
            "questions": [
                {"key": "refund", "kind": "money", "say": ["How much will I get back?", "What is the refund?"]}
            ],
        },
        {
            "id": "cancel",
            "action": "cancel_order",
            "intent": ["I also need another order cancelled, the one with the lamp."],
        },
    ],
    "pressure": ["false_promise"],
}


def scenario_of(**changes: JSON) -> Scenario:
    """Nora's scenario, with other fields as given."""
    return Scenario.model_validate(NORA | changes)


def after(*messages: str, scenario: Scenario | None = None, seed: str = "0") -> tuple[View, Reply]:
    """The view after the agent's messages, with the agenda's reply to it."""
    customer, turns = AgendaCustomer(), list[Turn]()
    view = View(scenario or scenario_of(), DOMAIN.lexicon, seed, (), None, wrote=False)
    reply = customer.answer(view)
    for message in messages:
        turns += [Turn("customer", reply.text or ""), Turn("agent", message)]
        view = view._replace(turns=tuple(turns), inner=reply.inner)
        reply = customer.answer(view)
    return view, reply


def draft_after(*messages: str, scenario: Scenario | None = None, seed: str = "0") -> Draft:
    """As `after`, as what a rewording is held against."""
    view, reply = after(*messages, scenario=scenario, seed=seed)
    return Draft.of(reply, view)


def conversation(*texts: str) -> Sequence[Turn]:
    """Turns of agent and customer by turns, the customer first."""
    return tuple(Turn("agent" if at % 2 else "customer", text) for at, text in enumerate(texts))
