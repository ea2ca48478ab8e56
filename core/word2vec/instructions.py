"""Instructions that numba does not offer: arithmetic on eight numbers at a time, and asking for memory beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import no_type_check

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

from core.word2vec.plan import LANES, TILE

VECTOR = ir.VectorType(ir.FloatType(), LANES)


class Emit:
    """Writes vector instructions on rows of numba's arrays."""

    def __init__(self, context, builder) -> None:
        self.context, self.builder = context, builder

    def start(self, kind, value, *at) -> ir.Value:
        """Where an array, or row ``at`` of it, begins."""
        made = self.context.make_array(kind)(self.context, self.builder, value)
        at = (*at, *[ir.Constant(ir.IntType(64), 0)] * (kind.ndim - len(at)))
        return cgutils.get_item_pointer(self.context, self.builder, kind, made, at, wraparound=False)

    def rows(self, signature, values) -> tuple[list[ir.Value], list[ir.Value]]:
        """Where the input rows and the tile's output rows begin, from the arguments (xs, Y, rows, k, …)."""
        (xs, Y, rows, _, *_), (inputs, outputs, numbers, k, *_) = signature.args, values
        read = [self.start(xs[i], self.builder.extract_value(inputs, i)) for i in range(len(xs))]
        first = self.start(rows, numbers)
        places = [self.builder.add(k, ir.Constant(k.type, i)) for i in range(TILE)]
        asked = [self.builder.load(self.builder.gep(first, [each])) for each in places]
        return read, [self.start(Y, outputs, each) for each in asked]

    def load(self, row: ir.Value, d: ir.Value) -> ir.Value:
        """Eight numbers of a row from its ``d``-th on."""
        return self.builder.load(self.vector(row, d), align=4)

    def store(self, vector: ir.Value, row: ir.Value, d: ir.Value) -> None:
        self.builder.store(vector, self.vector(row, d), align=4)

    def vector(self, row: ir.Value, d: ir.Value) -> ir.Value:
        return self.builder.bitcast(self.builder.gep(row, [d]), VECTOR.as_pointer())

    def fma(self, a: ir.Value, b: ir.Value, c: ir.Value) -> ir.Value:
        """``a · b + c``, rounded once where the processor can."""
        return self.builder.fadd(self.builder.fmul(a, b, flags=["contract"]), c, flags=["contract"])

    def everywhere(self, row: ir.Value, at: int) -> ir.Value:
        """One number of a row in all eight places."""
        number, zero = ir.IntType(32), ir.Constant(ir.IntType(32), 0)
        one = self.builder.load(self.builder.gep(row, [ir.Constant(ir.IntType(64), at)]))
        alone = self.builder.insert_element(ir.Constant(VECTOR, ir.Undefined), one, zero)
        return self.builder.shuffle_vector(alone, alone, ir.Constant(ir.VectorType(number, LANES), [0] * LANES))

    def sums(self, vectors: Sequence[ir.Value]) -> ir.Value:
        """One vector with the sums of eight: neighbours are added, again and again, of two at a time."""
        lanes, numbers = [*range(2 * LANES)], ir.VectorType(ir.IntType(32), LANES)
        pick = [ir.Constant(numbers, lanes[first::2]) for first in (0, 1)]
        while len(vectors) > 1:
            pairs = zip(vectors[::2], vectors[1::2], strict=True)
            vectors = [self.builder.fadd(*(self.builder.shuffle_vector(a, b, each) for each in pick)) for a, b in pairs]
        return vectors[0]


@no_type_check
@intrinsic
def prefetch(typing, array, row, column):
    """Call in the cache line of ``array[row, column]``, to be written, without waiting for it."""

    def emit(context, builder, signature, values):
        kind = signature.args[0]
        made = context.make_array(kind)(context, builder, values[0])
        at = [context.cast(builder, values[i], signature.args[i], types.intp) for i in (1, 2)]
        place = cgutils.get_item_pointer(context, builder, kind, made, at, wraparound=False)
        place = builder.bitcast(place, ir.IntType(8).as_pointer())
        word = ir.IntType(32)
        takes = ir.FunctionType(ir.VoidType(), [place.type, word, word, word])
        call = cgutils.get_or_insert_function(builder.module, takes, "llvm.prefetch.p0")
        builder.call(call, [place, word(1), word(3), word(1)])  # for writing, keep close, data
        return context.get_dummy_value()

    return types.void(array, row, column), emit
