"""Templates compiled to Python: Jinja's own code, less what it does again and again.

Much the most of what a template does is to read a field of a view and to print a text. Jinja calls
a function for either; here what a field may be read of is known, and it is read at once.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import TemplateSyntaxError
from jinja2.idtracking import VAR_LOAD_RESOLVE

from digest.render.templates.readable import readable_names

if TYPE_CHECKING:
    from jinja2.compiler import Frame, MacroRef


_OF_THE_SITE, _SAME_EVERYWHERE = {"site"}, {"mix"}
"""Names and filters with which a template makes the same on all pages."""
_STATEFUL = {"cycler", "joiner", "namespace"}
"""What makes an import another one each time."""


def _counted(node: Any, by: str) -> nodes.Call:  # noqa: ANN401 -- an expression, which Jinja types as any node
    """Return an expression that takes steps by one of the environment's functions."""
    return nodes.Call(nodes.EnvironmentAttribute(by), [node], [], None, None, lineno=node.lineno)


class CodeWriter(CodeGenerator):
    """Writes the code of one template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- as Jinja names them
        """Write all of it, and behind it the names that it uses."""
        self._read: set[str] = set()
        self._used: set[str] = set()
        self._filters: set[str] = set()
        self._is_alone, self._has_macros = True, False
        super().visit_Template(node, frame)
        self.writeline("call = environment.call")
        for name in sorted(self._read):
            self.writeline(f"has_{name} = environment.having[{name!r}]")
        if self._is_alone and _STATEFUL.isdisjoint(self._used):
            self.writeline(f"environment.used[{self.name!r}] = {tuple(sorted(self._used))!r}")
            # a macro knows of the page on which it is called
            is_same = self._used <= _OF_THE_SITE and self._filters <= _SAME_EVERYWHERE
            if is_same and not self._has_macros:
                self.writeline(f"environment.same_everywhere.add({self.name!r})")

    def enter_frame(self, frame: Frame) -> None:
        """Note which names are of the page, and not of the template's own."""
        super().enter_frame(frame)
        loads = frame.symbols.loads.values()
        self._used.update(str(name) for how, name in loads if how == VAR_LOAD_RESOLVE)

    def write_commons(self) -> None:
        """Write what each function begins with."""
        super().write_commons()
        self.writeline("show, concat = context.filling.show, context.filling.concat")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write `value.name`."""
        name = node.attr
        self._check(name, node)
        # Python reads other letters as these, and so another name than was checked
        if not name.isascii() or keyword.iskeyword(name):
            super().visit_Getattr(node, frame)
            return
        self._read.add(name)
        self.write(f"(_at.{name} if (_at := ")
        self.visit(node.node, frame)
        self.write(f").__class__ in has_{name} else ")
        if name not in readable_names(dict):
            self.write(f"_at[{name!r}] if _at.__class__ is dict and {name!r} in _at else ")
        self.write(f"environment.getattr(_at, {name!r}))")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write a filter, and note it."""
        self._filters.add(node.name)
        super().visit_Filter(node, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write a macro."""
        self._has_macros = True
        super().visit_Macro(node, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write a loop, which takes steps."""
        node.iter = _counted(node.iter, "count")
        super().visit_For(node, frame)

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write the second part of a comparison; to search takes steps."""
        if node.op in {"in", "notin"} and not isinstance(node.expr, nodes.Literal):
            node.expr = _counted(node.expr, "count_search")
        super().visit_Operand(node, frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write what puts another template in its place, which takes steps."""
        self._is_alone = False
        node.template = _counted(node.template, "count_include")
        super().visit_Include(node, frame)

    def visit_Extends(self, node: nodes.Extends, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write that this is another template with other blocks."""
        self._is_alone = False
        super().visit_Extends(node, frame)

    def visit_NSRef(self, node: nodes.NSRef, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write what `{% set value.name = … %}` sets."""
        self._check(node.attr, node)
        super().visit_NSRef(node, frame)

    def _check(self, name: str, node: nodes.Node) -> None:
        """Refuse names that are Python's own, before anything is made of a template."""
        if name.startswith("_"):
            message = f"a template may not use '{name}'"
            raise TemplateSyntaxError(message, node.lineno, self.name, self.filename)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write `value[key]`, or `value[first:last]`."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.cut(context, ")
        self.visit(node.node, frame)
        self.write(", slice(")
        for part in (node.arg.start, node.arg.stop, node.arg.step):
            self.visit(part or nodes.Const(None), frame)
            self.write(", ")
        self.write("))")

    def visit_Call(  # noqa: N802 -- as above
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 -- as in Jinja
    ) -> None:
        """Write a call; nothing that a template calls asks for the variables of a loop."""
        if isinstance(node.node, nodes.EnvironmentAttribute):
            # put in here, and not by a template
            self.visit(node.node, frame)
            self.write("(context")
        else:
            self.write("call(context, ")
            self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write `one if that`: what is there where it is not so is the same everywhere."""
        if node.expr2 is not None:
            super().visit_CondExpr(node, frame)
            return
        self.write("(")
        self.visit(node.expr1, frame.soft())
        self.write(" if ")
        self.visit(node.test, frame.soft())
        self.write(" else environment.nothing)")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write `one ~ other`."""
        self.write("environment.join(context, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self._is_alone = False
        if not node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.import_(context, ")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}, {self.dump_local_context(frame)})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write how a macro is made of its function."""
        del frame
        node = macro_ref.node
        arguments = tuple(argument.name for argument in node.args)
        self.write(
            f"environment.make_macro(macro, {getattr(node, 'name', None)!r}, {arguments!r}, "
            f"{macro_ref.accesses_kwargs!r}, {macro_ref.accesses_varargs!r}, "
            f"{macro_ref.accesses_caller!r}, context.eval_ctx.autoescape)"
        )

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("show(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")
