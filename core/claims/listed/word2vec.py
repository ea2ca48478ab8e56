"""Claims of words become vectors."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="word2vec/skipgram-cbow",
        trial="core.word2vec.effects:skipgram_cbow",
        delta=0.02,  # in rank correlation
        unit="mean ρ",
        seeds={"small": 10, "full": 20},
        source="Mikolov et al. 2013, Efficient Estimation of Word Representations, section 4.3, table 3",
        url="https://arxiv.org/abs/1301.3781",
    ),
    Claim(
        id="word2vec/rare-words",
        trial="core.word2vec.effects:rare_words",
        delta=0.05,  # in mean reciprocal rank
        unit="mean 1 / rank",
        seeds={"small": 10, "full": 20},
        source="Mikolov 2013, notes to the program word2vec: skip-gram is slower, better for infrequent words",
        url="https://code.google.com/archive/p/word2vec/",
    ),
    Claim(
        id="word2vec/rare-words-place",
        trial="core.word2vec.effects:rare_words_place",
        delta=0.05,  # in the share of words that lie farther away
        unit="share of words",
        seeds={"small": 10, "full": 20},
        source="Mikolov 2013, notes to the program word2vec: skip-gram is slower, better for infrequent words",
        url="https://code.google.com/archive/p/word2vec/",
    ),
    Claim(
        id="word2vec/negative-hierarchical",
        trial="core.word2vec.effects:negative_hierarchical",
        delta=0.02,
        unit="mean ρ",
        seeds={"small": 10, "full": 20},
        source="Mikolov et al. 2013, Distributed Representations of Words and Phrases, section 3, table 1",
        url="https://arxiv.org/abs/1310.4546",
    ),
    Claim(
        id="word2vec/subsampling",
        trial="core.word2vec.effects:subsampling",
        delta=0.02,
        unit="mean ρ",
        seeds={"small": 10, "full": 20},
        source="Mikolov et al. 2013, Distributed Representations of Words and Phrases, section 2.3",
        url="https://arxiv.org/abs/1310.4546",
    ),
    Claim(
        id="word2vec/shared-negatives",
        trial="core.word2vec.effects:shared_negatives",
        delta=0.02,
        unit="mean ρ",
        seeds={"small": 10, "full": 20},
        source="Ji et al. 2016, Parallelizing Word2Vec in Shared and Distributed Memory, section 3",
        url="https://arxiv.org/abs/1604.04661",
    ),
    Claim(
        id="word2vec/glove",
        trial="core.words.effects:glove_word2vec",
        delta=0.02,
        unit="mean ρ",
        seeds={"small": 5, "full": 10},
        source="Pennington et al. 2014, GloVe, section 4.7 and table 3",
        url="https://aclanthology.org/D14-1162",
    ),
    Claim(
        id="word2vec/averages",
        trial="core.words.effects:averages_bag",
        delta=0.03,  # in the share of paragraphs put where they belong
        unit="share of paragraphs",
        seeds={"small": 20, "full": 50},
        source="lecture notes: the sum of word vectors as the feature of a short text",
        url="https://arxiv.org/abs/1506.06726",
    ),
    Claim(
        id="word2vec/averages-thoughts",
        trial="core.words.whole:averages_thoughts",
        delta=0.03,  # in the share of sentences put where they belong
        unit="share of sentences",
        seeds={"small": 5, "full": 10},
        source="lecture notes: averaged word vectors are as good as skip-thought, or better (Kiros et al. 2015)",
        url="https://arxiv.org/abs/1506.06726",
    ),
)
