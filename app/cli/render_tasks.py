"""Tasks as people read them."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.cli import output
from app.cli.wording import call_text, value_text


def rows(tasks: Iterable[dict[str, Any]]) -> Table:
    """Tasks, one on each line."""
    made = output.table("task", "family", "split", "twin", "certified")
    for task in tasks:
        certified = Text("yes", style="green") if task.get("certified") else Text("no", style="yellow")
        made.add_row(*output.cells((task["id"], task["family"], task["split"], task.get("twin"))), certified)
    return made


def task(found: dict[str, Any]) -> RenderableType:
    """The customer's side, and what must be true at the end."""
    scenario, goal = found["scenario"], found["goal"]
    certified = "certified" if found.get("certified") else "not certified"
    twin = f", twin of {found['twin']}" if found.get("twin") else ""
    heading = Text(str(found["id"]), style="bold") + Text(
        f"  {found['domain']}, {found['family']}, {found['split']}{twin}, {certified}", style="dim"
    )
    return Group(
        heading,
        _section("The customer", _customer(scenario)),
        _section("wants", _goals(scenario)),
        _section("knows", _facts(scenario)),
        _section("A right agent", _script(goal)),
        _section("At the end", _end(goal)),
    )


def _section(title: str, lines: Iterable[Text]) -> RenderableType:
    shown = list(lines)
    if not shown:
        return Group()
    return Group(Text(), Text(title, style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in shown))


def _customer(scenario: dict[str, Any]) -> Iterator[Text]:
    persona = scenario["persona"]
    traits = ", ".join(persona.get("traits") or ()) or "no special manner"
    yield Text(f"{persona['name']}: {traits}")
    if scenario.get("account"):
        yield Text(f"logged in as {scenario['account']}")
    if scenario.get("pressure"):
        yield Text(f"under refusal: {', then '.join(scenario['pressure'])}")


def _goals(scenario: dict[str, Any]) -> Iterator[Text]:
    for goal in scenario["goals"]:
        only = " (only if another way fails)" if goal.get("only_by_branch") else ""
        yield Text(f'"{goal["intent"][0]}"{only}')
        for want in goal.get("wants") or ():
            yield Text(f"  {want['key']} must be {want['value']}", style="dim")
        for rank, wants in enumerate((goal.get("preference") or {}).get("ranked") or (), start=1):
            wanted = ", ".join(f"{want['key']} {want['value']}" for want in wants)
            yield Text(f"  choice {rank}: {wanted}", style="dim")
        for question in goal.get("questions") or ():
            yield Text(f'  asks "{question["say"][0]}"', style="dim")
        for branch in goal.get("branches") or ():
            other = f" {branch['goal']}" if branch.get("goal") else ""
            yield Text(f"  when {branch['on']}: {branch['then']}{other}", style="dim")


def _facts(scenario: dict[str, Any]) -> Iterator[Text]:
    for fact in scenario.get("facts") or ():
        yield Text(f"{fact['key']}: {fact['value']}  ") + Text(str(fact.get("disclose", "on_request")), style="dim")
    for unknown in scenario.get("unknown") or ():
        instead = f", offers {', '.join(unknown['instead'])}" if unknown.get("instead") else ""
        yield Text(f"{unknown['key']}: does not know{instead}", style="dim")


def _script(goal: dict[str, Any]) -> Iterator[Text]:
    for number, move in enumerate(goal.get("script") or (), start=1):
        calls = [*(move.get("calls") or ()), *([move["call"]] if move.get("call") else ())]
        yield Text(f"{number}. {move['do']} {_what(move)}".rstrip())
        for call in calls:
            yield Text(f"   {call_text(call['tool'], call.get('arguments') or {})}", style="magenta")


def _what(move: dict[str, Any]) -> str:
    match move["do"]:
        case "ask":
            return ", ".join(move["slots"])
        case "propose":
            return str(move["summary"])
        case "tell":
            return ", ".join(move["keys"])
        case "refuse":
            return f"to {move['what']}, because {move['because']}"
        case "offer":
            instead = f", but {', or '.join(move['alternatives'])}" if move.get("alternatives") else ""
            return f"no {move['unavailable']}{instead}"
        case _:
            return ""


def _end(goal: dict[str, Any]) -> Iterator[Text]:
    for change in goal.get("expected") or ():
        fields = ", ".join(f"{name} {_match(match)}" for name, match in (change.get("fields") or {}).items())
        yield Text(f"{change['op']} {change['table']}/{change['key']} {fields}".rstrip(), style="green")
    if not (goal.get("expected") or goal.get("assertions")):
        yield Text("nothing has changed", style="green")
    for assertion in goal.get("assertions") or ():
        yield Text(call_text(assertion["predicate"], assertion.get("arguments") or {}), style="green")
    for fact in goal.get("tell") or ():
        yield Text(f"told: {fact['key']} {fact['value']}")
    for evidence in goal.get("evidence") or ():
        ways = evidence.get("any_of") or [evidence]
        shown = " or ".join(call_text(way["tool"], way.get("arguments") or {}) for way in ways)
        yield Text(f"looked up: {shown}")


def _match(match: dict[str, Any]) -> str:
    match match.get("how", "equal"):
        case "any_of":
            return "one of " + ", ".join(map(value_text, match.get("values") or ()))
        case "anything":
            return "anything"
        case _:
            return value_text(match.get("value"))
