"""Films as they are sent and as they are played: bytes, and frames a second that a real browser draws."""

from __future__ import annotations

from app.exhibits.generators import diffusion, gan
from core.generators import KINDS
from core.generators.recorded import runs
from tests.bench._side_by_side import table
from tests.browser.look import chromium, launched, settle
from tests.browser.server import serving

SECONDS = 2
QUERY = "generators_view=diffusion&generators_way=forward&generators_times=500&lang=en"
COUNT = """async seconds => {
  const find = root => {
    for (const node of root.querySelectorAll('*')) {
      if (node.id === 'player') return node
      const inner = node.shadowRoot && find(node.shadowRoot)
      if (inner) return inner
    }
  }
  const root = find(document), [play, back] = root.querySelectorAll('.bar button'), range = root.querySelector('input')
  range.value = 0
  range.dispatchEvent(new Event('input', { bubbles: true }))
  let drawn = 0, asked = 0, going = true
  const watch = new MutationObserver(() => drawn++)
  watch.observe(root, { attributes: true, attributeFilter: ['data-frame'] })
  const beat = () => { asked++; if (going) requestAnimationFrame(beat) }
  play.click()
  const began = performance.now()
  requestAnimationFrame(beat)
  await new Promise(done => setTimeout(done, 1000 * seconds))
  going = false
  const took = (performance.now() - began) / 1000
  watch.disconnect()
  return [drawn / took, asked / took]
}"""


def films() -> None:
    """The largest film of every kind, and the frames of one."""
    sizes = {
        "forward, 1,000 steps": max(
            len(diffusion.forward_film(shape, kind, 1000, 0, "en").packed()) for shape in runs() for kind in KINDS
        ),
        "backward, 100 steps": max(
            len(diffusion.backward_film(shape, how, 100, 0, 0, "en").packed())
            for shape in runs()
            for how in ("ddpm", "ddim", "ode", "flow")
        ),
        "field": max(len(diffusion.field_film(shape, "en").packed()) for shape in runs()),
        "training of a DDPM": max(len(diffusion.training_film(shape, "en").packed()) for shape in runs()),
        "training of a GAN": max(len(gan.training_film(shape, "en").packed()) for shape in runs()),
    }
    rows = [(name, f"{size / 1000:,.0f} kB", "<= 1,000 kB") for name, size in sizes.items()]
    if chromium():
        drawn, possible = played()
        rows.append(("frames drawn a second, of the forward film", f"{drawn:.0f}", ">= 30"))
        rows.append(("frames that this browser draws at most", f"{possible:.0f}", ""))
    else:
        rows.append(("frames drawn a second", "no chromium", ">= 30"))
    print("\nfilms: sent once, played on the client\n")
    print(table(("", "", "goal"), rows))


def played() -> tuple[float, float]:
    """Frames a second that the player drew, and callbacks a second that the browser offered."""
    with serving() as server, launched() as browser:
        page = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="no-preference").new_page()
        page.goto(f"{server.url}/generators?{QUERY}")
        settle(page)
        page.wait_for_timeout(1500)
        drawn, possible = page.evaluate(COUNT, SECONDS)
        return drawn, possible
