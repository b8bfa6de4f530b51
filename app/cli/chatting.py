"""A conversation in the terminal in which a person is the agent."""

import json
import shlex
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from app.cli import output
from app.cli.render_grade import grade_view
from app.cli.service import Service
from app.client import NotAllowed, ProblemError, Session, StepView, tool_call, tool_message

HELP = """\
  text                     say it to the customer (end a line with \\ to go on in the next one)
  /call TOOL {json}        call a tool, with its arguments as JSON …
  /call TOOL name=value …  … or by name
  /tools                   the tools; /tools TOOL tells all about one
  /policy                  the rules that the agent must follow
  /end                     end the conversation as done
  /quit                    leave; counts as abandoned
  /help                    this list"""


class NotUnderstood(Exception):
    """What was typed is no command, or lacks something; the message says what was expected."""


class Chat:
    """One session, played from standard input."""

    def __init__(self, service: Service, session: Session, *, place: str = "", as_json: bool = False) -> None:
        self._service = service
        self._session = session
        self._place = place
        self._as_json = as_json
        self._screen: Console = output.console()
        self._calls = 0
        self._commands: dict[str, Callable[[str], None]] = {
            "call": self._call,
            "tools": self._tools,
            "policy": self._policy,
            "end": lambda _rest: session.end(),
            "quit": lambda _rest: session.abandon(),
            "help": lambda _rest: self._screen.print(HELP, markup=False),
        }

    def run(self) -> None:
        """Until the session ends, or nothing more is typed."""
        self._greet()
        while self._session.open:
            line = self._read()
            if line is None:
                self._session.abandon()
            elif line.strip():
                self._take(line.strip())
        self._close()

    def _greet(self) -> None:
        if self._as_json:
            output.print_line({"session": self._session.id, "messages": self._session.messages})
            return
        self._screen.print(f"[bold]You are the agent.[/bold] Task {self._session.task}, session {self._session.id}.")
        self._screen.print("[dim]/help lists the commands, /policy shows the rules, /tools the tools.[/dim]\n")
        if self._session.customer:
            self._hear(self._session.customer)

    def _take(self, line: str) -> None:
        try:
            if line.startswith("/"):
                self._command(line[1:])
            else:
                self._show(self._session.send(line))
        except NotUnderstood as error:
            self._complain(str(error))
        except NotAllowed:
            raise
        except ProblemError as problem:
            # The session is as it was: what was typed can be typed better.
            self._complain(" ".join((problem.detail or problem.title, problem.what_to_do)))

    def _command(self, line: str) -> None:
        name, _, rest = line.partition(" ")
        if name not in self._commands:
            raise NotUnderstood(f"There is no command /{name}; /help lists them.")
        self._commands[name](rest.strip())

    def _call(self, rest: str) -> None:
        name, _, given = rest.partition(" ")
        if not name:
            raise NotUnderstood('Name a tool: /call find_customer {"email": "…"}')
        arguments = arguments_of(given.strip())
        self._calls += 1
        self._show(self._session.send(tool_message([tool_call(f"call_{self._calls}", name, arguments)])))

    def _show(self, view: StepView) -> None:
        if self._as_json:
            output.print_line({"step": view.step, "messages": view.messages, "end_reason": view.end_reason})
            return
        for result in view.results:
            self._screen.print(Text(_pretty(result), style="dim"))
        if view.customer:
            self._hear(view.customer)

    def _hear(self, text: str) -> None:
        line = Table.grid(padding=(0, 1))
        line.add_row(Text("customer", style="bold yellow"), Text(text))
        self._screen.print(line)

    def _tools(self, rest: str) -> None:
        tools = {tool["function"]["name"]: tool["function"] for tool in self._session.tools}
        if rest:
            if rest not in tools:
                raise NotUnderstood(f"There is no tool {rest}; /tools lists them.")
            self._screen.print(Text(_described(tools[rest])))
            return
        for name, tool in tools.items():
            properties = tool["parameters"].get("properties", {})
            self._screen.print(Text(f"{name}({', '.join(properties)})", style="magenta"))
            self._screen.print(Text("  " + tool["description"].split("\n\n")[0].replace("\n", " "), style="dim"))

    def _policy(self, _rest: str) -> None:
        policy = next((str(m["content"]) for m in self._session.messages if m["role"] == "system"), "")
        self._screen.print(Markdown(policy) if self._screen.is_terminal else Text(policy))

    def _complain(self, what: str) -> None:
        if self._as_json:
            output.print_line({"error": what})
        else:
            self._screen.print(Text(what, style="red"))

    def _read(self) -> str | None:
        lines: list[str] = []
        while True:
            line = self._read_line("you    > " if not lines else "       > ")
            if line is None:
                return "\n".join(lines) or None
            if not line.endswith("\\"):
                return "\n".join([*lines, line])
            lines.append(line[:-1])

    def _read_line(self, prompt: str) -> str | None:
        if not sys.stdin.isatty():
            line = sys.stdin.readline()
            return line.rstrip("\n") if line else None
        with suppress(ImportError):
            import readline  # noqa: F401 - gives `input` editing and a history
        try:
            return input(prompt)
        except EOFError:
            return None

    def _close(self) -> None:
        grade, diff = self._verdict()
        if self._as_json:
            end = {"session": self._session.id, "end_reason": self._session.end_reason, "grade": grade, "diff": diff}
            output.print_line(end)
            return
        self._screen.print(f"\n[bold]The conversation has ended: {self._session.end_reason}.[/bold]")
        if grade is not None:
            self._screen.print(grade_view(grade, diff))
        elif self._session.reward is not None:
            self._screen.print(f"Reward {self._session.reward:g}.")
        again = f"Again at any time: regulars sessions show {self._session.id}{self._place}"
        self._screen.print(again, style="dim", markup=False, soft_wrap=True)

    def _verdict(self) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
        operator = self._service.operator
        try:
            grades = operator.grades(self._session.id)
            return (grades[-1]["grade"] if grades else None), operator.diff(self._session.id)
        except NotAllowed:
            # Someone who plays with an agent's key hears no more than that key allows.
            return self._session.grade, []


def arguments_of(given: str) -> dict[str, Any]:
    """Arguments as typed: a JSON object, or `name=value` pairs whose values are JSON or else text."""
    if not given:
        return {}
    if given.startswith("{"):
        try:
            parsed: dict[str, Any] = json.loads(given)
        except json.JSONDecodeError as error:
            raise NotUnderstood(f"These arguments are not valid JSON: {error}.") from None
        return parsed
    try:
        pairs = [word.partition("=") for word in shlex.split(given)]
    except ValueError as error:
        raise NotUnderstood(f"These arguments cannot be read: {error}.") from None
    if wrong := [name for name, equals, _ in pairs if not equals or not name]:
        raise NotUnderstood(f"{wrong[0]!r} is no argument; write name=value, or one JSON object.")
    return {name: _value(text) for name, _, text in pairs}


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def _pretty(content: str) -> str:
    try:
        return json.dumps(json.loads(content), indent=2, ensure_ascii=False)
    except json.JSONDecodeError:
        return content


def _described(tool: dict[str, Any]) -> str:
    parameters = tool["parameters"]
    required = set(parameters.get("required", ()))
    lines = [f"{tool['name']}: {tool['description']}", ""]
    for name, schema in parameters.get("properties", {}).items():
        optional = "" if name in required else ", optional"
        lines.append(f"  {name} ({_kind(schema)}{optional})  {schema.get('description', '')}".rstrip())
    example = {name: "…" for name in parameters.get("properties", {}) if name in required}
    lines += ["", f"  /call {tool['name']} {json.dumps(example, ensure_ascii=False)}"]
    return "\n".join(lines)


def _kind(schema: dict[str, Any]) -> str:
    """The type of a parameter in words."""
    if "enum" in schema:
        return "one of " + ", ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_kind(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    return str(schema.get("type", "any"))
