"""Real pretrained transformers: by name, checked, and opened up.

    model = load()                                  # the packaged all-MiniLM-L6-v2
    model = load("gpt2")                            # any text transformer on the hub, in safetensors
    maps = model.attention("The animal was tired.") # weights, and the q, k, v, scale and bias behind them

``sources`` finds the files, ``weights`` checks them, ``loading`` makes the model; ``reading`` spells tokens as
people read them and ``observe`` watches attention happen.
"""

from core.models.loading import common, load, precision_dtype
from core.models.model import READS, Model
from core.models.sources import PACKAGED, check_name

__all__ = ["PACKAGED", "READS", "Model", "check_name", "common", "load", "precision_dtype"]
