"""Numbers in, numbers out: the models, the measures, the experiments. No Streamlit, no Plotly.

``models``     load a pretrained transformer and look inside it
``attention``  attention as arrays; the experiment behind the square root of d
``text``       corpora, each with its source and licence; tokenising English and Chinese
``fit``        the one training loop
``jobs``       long work in another process, shared, cancellable, cached
``claims``     what the literature says, run again, with a verdict
"""
