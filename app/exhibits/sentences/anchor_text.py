"""The words of the view of one anchor."""

from app.i18n import Text

POSITIVE = Text(en="The positive, degrees from the anchor", zh="正例与锚点的夹角，度")
NEGATIVES = (
    Text(en="Negative A", zh="负例 A"),
    Text(en="Negative B", zh="负例 B"),
    Text(en="Negative C", zh="负例 C"),
)
ANCHOR, POSITIVE_NAME = Text(en="anchor x", zh="锚点 x"), Text(en="positive x⁺", zh="正例 x⁺")
SHARES = Text(en="The softmax: which of them is the partner?", zh="softmax：哪一个是它的伙伴？")
TITLE = Text(
    en="Loss {loss:.2f} nats: the positive gets {share}; the anchor is pulled {way}",
    zh="损失 {loss:.2f} 纳特：正例占 {share}；锚点被拉向{way}",
)
TOWARDS = Text(en="towards it", zh="正例")
AWAY = Text(en="away from it by its negatives", zh="远离正例的一边（负例推的）")
STILL = Text(en="nowhere", zh="不动（合力为零）")
ALT = Text(
    en="Anchor, positive and negatives on a circle with the force of each.",
    zh="圆上的锚点、正例和负例，以及各自的作用力。",
)
HOW = Text(
    en="Red pulls, blue pushes, black is their sum: minus the gradient, along the circle. A negative pushes with its own share: "
    "bring one near the anchor, then make τ small, and it alone does the work.",
    zh="红色是拉力，蓝色是推力，黑色是合力，也就是沿圆周的负梯度。负例按自己在 softmax 中的份额推：把一个负例移近锚点，再调小 τ，就只剩它在起作用。",
)
