"""One instruction that numba does not offer: ask for memory now that will be needed soon."""

from __future__ import annotations

from typing import no_type_check

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic


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
