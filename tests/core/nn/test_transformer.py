import pytest
import torch

from core.errors import Trouble
from core.nn.attention import Attention, backwards, everywhere
from core.nn.lowrank import graft, merge
from core.nn.positional import POSITIONS
from core.nn.transformer import Transformer

V, D, L, H, T, B = 17, 28, 3, 2, 7, 5


def small(**more) -> Transformer:
    torch.manual_seed(0)
    return Transformer(V, D, L, H, longest=11, **more).eval()


def test_attention_is_torchs_own():
    torch.manual_seed(0)
    ours, theirs = Attention(D, H), torch.nn.MultiheadAttention(D, H, batch_first=True)
    with torch.no_grad():
        theirs.in_proj_weight.copy_(torch.cat([ours.query.weight, ours.key.weight, ours.value.weight]))
        theirs.in_proj_bias.copy_(torch.cat([ours.query.bias, ours.key.bias, ours.value.bias]))
        theirs.out_proj.load_state_dict(ours.out.state_dict())
    x, real = torch.randn(B, T, D), torch.arange(T).expand(B, T) < torch.tensor([[7], [3], [5], [1], [2]])
    expected, _ = theirs(x, x, x, key_padding_mask=~real)
    assert torch.allclose(ours(x, everywhere(real)), expected, atol=1e-6)


def test_heads_must_share_evenly():
    with pytest.raises(ValueError, match="D=14"):
        Attention(14, 4)


@pytest.mark.parametrize("norm", ["pre", "post"])
def test_a_causal_model_never_sees_what_comes_after(norm):
    model = small(causal=True, norm=norm)
    ids = torch.randint(V, (B, T))
    changed = ids.clone()
    changed[:, 4:] = (ids[:, 4:] + 1) % V
    real = torch.ones(B, T, dtype=torch.bool)
    before, after = model(ids, real), model(changed, real)
    assert torch.allclose(before[:, :4], after[:, :4], atol=1e-6)
    assert not torch.allclose(before[:, 4:], after[:, 4:], atol=1e-3)


def test_padding_changes_nothing():
    model = small()
    ids = torch.randint(V, (B, T))
    longer = torch.cat([ids, torch.randint(V, (B, 3))], dim=1)
    real = torch.arange(T + 3).expand(B, T + 3) < T
    assert torch.allclose(model(ids, real[:, :T]), model(longer, real)[:, :T], atol=1e-5)


def test_without_positions_a_sentence_is_a_bag_of_words():
    model, order = small(positions="none"), torch.randperm(T)
    ids, real = torch.randint(V, (B, T)), torch.ones(B, T, dtype=torch.bool)
    assert torch.allclose(model(ids, real)[:, order], model(ids[:, order], real), atol=1e-5)
    ordered = small(positions="sinusoidal")
    assert not torch.allclose(ordered(ids, real)[:, order], ordered(ids[:, order], real), atol=1e-3)


@pytest.mark.parametrize("positions", POSITIONS)
def test_every_encoding_reads_any_text_up_to_its_end(positions):
    model = small(positions=positions, causal=True)
    with torch.no_grad():  # tables that start at 0 say nothing yet
        for name, each in model.positions.named_parameters():
            if name in ("table", "u", "v"):
                each.normal_()
    ids = torch.randint(V, (B, 11))
    changed = ids.clone()
    changed[:, 5] = (ids[:, 5] + 1) % V
    real = torch.ones(B, 11, dtype=torch.bool)
    before, after = model(ids, real), model(changed, real)
    assert torch.allclose(before[:, :5], after[:, :5], atol=1e-5), "what comes after must stay unseen"
    swapped = ids[:, [1, 0, *range(2, 11)]]
    last = (model(swapped, real) - before)[:, -1].abs().max()
    if positions != "none":
        assert last > 1e-4, "the order of what came before must matter"
    if positions in ("learned", "tupe"):
        with pytest.raises(Trouble, match="ends at 11 positions"):
            model(torch.zeros(1, 12, dtype=torch.long), torch.ones(1, 12, dtype=torch.bool))
    else:
        assert model(torch.zeros(1, 30, dtype=torch.long), torch.ones(1, 30, dtype=torch.bool)).isfinite().all()


@pytest.mark.parametrize("positions", ["rope", "alibi", "t5", "kerple-log", "kerple-power", "shaw", "xl", "deberta"])
def test_relative_encodings_see_the_same_text_anywhere(positions):
    """A text after padding is read as the text alone: scores know distances, not places."""
    model = small(positions=positions, causal=True)
    ids = torch.randint(1, V, (B, T))
    moved = torch.cat([torch.zeros(B, 4, dtype=torch.long), ids], dim=1)
    alone, real = model(ids, ids >= 0), moved > 0
    assert torch.allclose(model(moved, real)[:, 4:], alone, atol=1e-4)
    if positions == "rope":
        other = small(positions="sinusoidal", causal=True)
        assert not torch.allclose(other(moved, real)[:, 4:], other(ids, ids >= 0), atol=1e-3)


def test_backwards_lets_padding_see_itself():
    seen = backwards(torch.tensor([[True, True, False]]))
    assert seen.tolist() == [[[True, False, False], [True, True, False], [True, True, True]]]


def test_low_rank_starts_as_nothing_and_merges_exactly():
    torch.manual_seed(0)
    layer = torch.nn.Sequential(torch.nn.Linear(D, 11))
    x = torch.randn(B, D)
    before = layer(x)
    graft(layer, 2, ["0"])
    assert torch.equal(layer(x), before)
    learnt = [p for p in layer.parameters() if p.requires_grad]
    assert sorted(p.numel() for p in learnt) == [2 * 11, 2 * D]
    with torch.no_grad():
        for each in learnt:
            each.normal_()
    corrected = layer(x)
    merge(layer)
    assert torch.allclose(layer(x), corrected, atol=1e-6)
    assert not torch.allclose(corrected, before, atol=1e-2)
    assert [name for name, _ in layer.named_parameters()] == ["0.bias", "0.weight"]
