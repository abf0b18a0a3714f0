"""Templates compiled to Python: Jinja's own code, less what it does again and again.

Much the most of what a template does is to read a field of a view and to print a text. Jinja calls
a function for either; here what a field may be read of is known, and it is read at once.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.compiler import CodeGenerator

from digest.render.templates.readable import readable_names

if TYPE_CHECKING:
    from jinja2.compiler import Frame, MacroRef


class CodeWriter(CodeGenerator):
    """Writes the code of one template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- as Jinja names them
        """Write all of it, and behind it the names that it uses."""
        self._read: set[str] = set()
        super().visit_Template(node, frame)
        self.writeline("call = environment.call")
        for name in sorted(self._read):
            self.writeline(f"has_{name} = environment.having[{name!r}]")

    def write_commons(self) -> None:
        """Write what each function begins with."""
        super().write_commons()
        self.writeline("show, concat = context.filling.show, context.filling.concat")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write `value.name`."""
        name = node.attr
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
