"""Schemathesis on both planes: nothing that a client can send makes the service fail, or answer unlike its schema."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode, Response
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.api.schemas import Problem
from domains.kit.domain import Domain
from tests.drills.drill_services import JSON, OPERATOR_KEY, calling, saying
from tests.drills.fuzzed_service import FuzzedService

pytestmark = pytest.mark.timeout(1200)
EXAMPLES = 30
"""For each operation, and each of valid and invalid data."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
STRANGE = ("", "\x00", "a\x00b", "\ud800", "\u202e", "<think>", "1e999", "'; DROP TABLE sessions; --", "x" * 300)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)  # the test's own client can send neither
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), FLOATS, st.text(max_size=20), st.sampled_from(STRANGE))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)
TEXTS = st.text(max_size=200) | st.sampled_from(STRANGE)


@pytest.fixture
def service(tmp_path: Path, database_url: str, retail: Domain) -> Iterator[FuzzedService]:
    found = FuzzedService(tmp_path, database_url, retail)
    try:
        yield found
    finally:
        found.close()


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.name.lower())
@pytest.mark.parametrize("plane", ["agent", "operator", "operations", "openenv"])
def test_no_request_makes_the_service_fail_or_answer_unlike_its_schema(
    service: FuzzedService, plane: str, mode: GenerationMode, subtests: pytest.Subtests
) -> None:
    load_all_checks()
    schema = schemathesis.openapi.from_asgi("/openapi.json", service.app)
    for found in schema.include(tag=plane).get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query):
            continue  # there is nothing that could be wrong but names, and a wrong name is a valid one

        @settings(
            max_examples=EXAMPLES,
            database=None,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode), st.data())
        def fuzz(case: Case[Any], data: st.DataObject) -> None:
            session = inform_path(case, data, service)
            if mode is GenerationMode.POSITIVE and data.draw(st.integers(0, 2)):
                case.body = data.draw(better_body(case.operation.path, case.body, service, session))
            mine = session["token"] if plane == "agent" else OPERATOR_KEY
            key = data.draw(st.sampled_from([mine] * 6 + [OPERATOR_KEY, service.ended["token"], "rga_unknown", None]))
            answer = case.call(headers={} if key is None else {"Authorization": f"Bearer {key}"})
            # A query may say more than anybody asks for, so what is wrong with it may be nothing.
            case.validate_response(answer, checks=[*CHECKS, negative_data_rejection] if case.operation.body else CHECKS)
            if answer.status_code >= 400:
                check_problem(answer)
            elif plane == "operator":
                assert key == OPERATOR_KEY

        with subtests.test(operation=operation.label):
            fuzz()


def inform_path(case: Case[Any], data: st.DataObject, service: FuzzedService) -> JSON:
    """Put names that a stranger could not guess into the path; returns the session that it speaks of."""
    service.renew()
    session = data.draw(st.sampled_from([service.open] * 3 + [service.ended]))
    known = {
        "session_id": session["id"],
        "name": data.draw(st.sampled_from(service.tools)),
        "domain": "retail",
        "task_id": service.task,
    }
    for name in case.path_parameters.keys() & known.keys():
        if data.draw(st.integers(0, 5)):
            case.path_parameters[name] = known[name]
    return session


def better_body(path: str, body: JSON, service: FuzzedService, session: JSON) -> st.SearchStrategy[JSON]:
    """A body that comes further than a generated one, for some paths."""
    if path == "/v1/sessions" and isinstance(body, dict):
        return st.just(body | {"task": service.task, "customer": "agenda"})
    if path == "/v1/sessions/batch" and isinstance(body, dict):
        return st.lists(VALUES | st.just({"task": service.task}), min_size=1, max_size=4).map(
            lambda orders: {"sessions": orders}
        )
    if path.endswith("/steps"):
        message = st.one_of(TEXTS.map(saying), CALLS, damaged(calling("search_products", {"words": "tent"})))
        return message.map(lambda made: {"step": session["step"], "message": made})
    if path.endswith("/fork"):
        return st.integers(0, 3).map(lambda step: {"step": step})
    if path == "/v1/transcripts":
        return damaged(service.transcript)
    return st.just(body)


CALLS = st.builds(
    calling,
    st.sampled_from(["get_order", "cancel_order", "find_customer_by_email", "think", "none_such", *STRANGE]),
    st.dictionaries(st.sampled_from(["order_id", "reason", "email", "thought"]), VALUES) | TEXTS,
    TEXTS,
)


@st.composite
def damaged(draw: st.DrawFn, document: JSON) -> JSON:
    """The document with something in it left out, or replaced by anything."""
    whole = deepcopy(document)
    place = whole
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or draw(st.integers(0, 3)) == 0:
            break
        place = inner
    if draw(st.booleans()):
        del place[key]
    else:
        place[key] = draw(VALUES)
    return whole


def check_problem(answer: Response) -> None:
    """Errors are problem documents, and say when to come back where that helps."""
    assert answer.headers["content-type"] == ["application/problem+json"]
    problem = Problem.model_validate(json.loads(answer.content))
    assert problem.status == answer.status_code
    assert problem.type.startswith("urn:regulars:problem:")
    if problem.retryable:
        assert int(answer.headers["retry-after"][0]) >= 1
