"""Text in, text out: small encoder-decoders that read one text or several and write another.

``network``   the encoder, the decoder, and what it looks at
``pieces``    one vocabulary for English pieces and Chinese characters
``tatoeba``   sentences that say the same, in two languages
``tasks``     T5: every task is a prefix and a text, every answer is a text
``answers``   what the shipped model answers, piece by piece
``evidence``  MARGE: a text rebuilt from others that may say the same

Raffel et al. 2020, https://arxiv.org/abs/1910.10683; Lewis et al. 2020, https://arxiv.org/abs/2006.15020
"""
