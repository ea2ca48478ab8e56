// The token view: one of four pictures, redrawn when Python sends new data, the theme changes or the width does.

const VIEWS = { lines, grid, thumbs, neuron }
const NARROW = 500, NARROW_TYPE = 12 // px: a phone has room for lines or for large type, on a projector's link too
const seen = new WeakMap() // what a mounted view remembers from one drawing to the next

const bytes = table => table.getChildAt(0).get(0)

async function unpackAll(data) {
  if (data.view !== "neuron") return { weights: await unpack(bytes(data.packed), data.shape) }
  const all = new Float32Array(await inflate(bytes(data.packed)))
  const { S, Dh } = data
  return { numbers: { q: all.subarray(0, Dh), k: all.subarray(Dh, Dh * (S + 1)), bias: all.subarray(Dh * (S + 1), Dh * (S + 1) + S),
    weight: all.subarray(Dh * (S + 1) + S) } }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector("#scope"), host = parentElement.host ?? parentElement
  const memory = seen.get(root) ?? { turn: 0 }
  seen.set(root, memory)
  const turn = ++memory.turn
  memory.watch?.disconnect()
  const act = what => setTriggerValue("act", what)

  unpackAll(data).then(unpacked => {
    if (turn !== memory.turn) return
    memory.width = root.clientWidth
    paint(unpacked)
    memory.watch = new ResizeObserver(() => {
      if (Math.abs(root.clientWidth - memory.width) < 2) return
      memory.width = root.clientWidth
      paint(unpacked)
    })
    memory.watch.observe(root)
  })

  function paint(unpacked) {
    const focus = parentElement.activeElement?.dataset?.id, old = root.querySelector(".stage")
    const scroll = old && memory.view === data.view ? [old.scrollLeft, old.scrollTop] : [0, 0]
    memory.view = data.view
    const tip = el("div", { class: "tip", role: "presentation" }), live = el("div", { class: "live", "aria-live": "polite" })
    const stage = el("div", { class: "stage" }), slide = el("div", { class: "slide" })
    const hint = (x, y, text) => {
      tip.textContent = text ?? ""
      tip.classList.toggle("on", Boolean(text))
      if (!text) return
      const zoom = picture.svg.getBoundingClientRect().width / Number(picture.svg.getAttribute("width"))
      const right = stage.scrollLeft + stage.clientWidth - tip.offsetWidth - 4
      tip.style.transform = `translate(${Math.max(stage.scrollLeft, Math.min(right, x * zoom + 10))}px,${Math.max(0, y * zoom - tip.offsetHeight - 6)}px)`
    }
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize), margins = matchMedia("(max-width: 640px)").matches ? 0.8 : 1.6
    const width = Math.max(280, memory.width - margins * rem - 3), narrow = width < NARROW
    const size = narrow ? Math.min(NARROW_TYPE, data.size) : data.size
    const scene = { data: { ...data, size }, ink: inks(host), width, narrow, act, hint, speak: text => { live.textContent = text }, ...unpacked }
    const picture = VIEWS[data.view](scene)
    slide.append(picture.svg, tip)
    stage.append(slide)
    const title = el("p", { class: "title" }, document.createTextNode(data.title))
    const caption = el("p", { class: "caption" }, document.createTextNode(data.caption))
    root.replaceChildren(...[title, picture.above, stage, el("div", { class: "foot" }, caption, keepers(scene, () => picture.svg)), live].filter(Boolean))
    stage.scrollTo(...scroll)
    if (focus) root.querySelector(`[data-id="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true })
  }

  return () => memory.watch?.disconnect()
}
