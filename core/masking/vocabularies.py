"""The two vocabularies of our own models: English word pieces, Chinese characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def word_pieces(documents: Iterable[Sequence[str]], V: int) -> Tokenizer:
    """An uncased WordPiece vocabulary of ``V`` pieces; the same text, the same pieces in the same order.

    The library numbers letters as it meets them in a hash table, anew in every run, and breaks ties by number. Here
    they are numbered beforehand, by passing for special tokens while the pieces are learnt.
    """
    learner = _like_bert(models.WordPiece(unk_token="[UNK]"))
    texts = [" ".join(document) for document in documents]
    normal: Any = learner.normalizer
    seen = sorted({letter for text in texts for letter in normal.normalize_str(text) if not letter.isspace()})
    known = [*SPECIAL, *seen, *(f"##{letter}" for letter in seen)]
    trainer = trainers.WordPieceTrainer(vocab_size=V, special_tokens=known, show_progress=False)
    learner.train_from_iterator(texts, trainer)
    return _framed(_like_bert(models.WordPiece(learner.get_vocab(), unk_token="[UNK]")))


def characters(documents: Iterable[Sequence[str]], least: int) -> Tokenizer:
    """Every character seen ``least`` times; Latin words and numbers fall into letters and digits."""
    counts = Counter(character for document in documents for sentence in document for character in sentence.lower())
    seen = [character for character, n in counts.most_common() if n >= least and not character.isspace()]
    pieces = dict.fromkeys([*SPECIAL, *seen, *LETTERS, *(f"##{letter}" for letter in LETTERS)])
    vocabulary = {piece: at for at, piece in enumerate(pieces)}
    return _framed(_like_bert(models.WordPiece(vocabulary, unk_token="[UNK]")))


def both(english: Iterable[str], chinese: Iterable[str], V: int, least: int) -> Tokenizer:
    """One vocabulary for two languages: ``V`` English pieces, then every Chinese character seen ``least`` times."""
    pieces = word_pieces([[text] for text in english], V).get_vocab()
    counts = Counter(character for text in chinese for character in text.lower())
    seen = [character for character, n in counts.most_common() if n >= least and not character.isspace()]
    order = [*sorted(pieces, key=pieces.__getitem__), *seen]
    vocabulary = {piece: at for at, piece in enumerate(dict.fromkeys(order))}
    return _framed(_like_bert(models.WordPiece(vocabulary, unk_token="[UNK]")))


def _like_bert(model: models.WordPiece) -> Tokenizer:
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def _framed(tokenizer: Tokenizer) -> Tokenizer:
    start, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    tokenizer.add_special_tokens(list(SPECIAL))
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", start), ("[SEP]", end)],
    )
    return tokenizer
