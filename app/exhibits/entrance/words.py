"""What the star chart says."""

from app.i18n import Text

STATES = {
    "lit": Text(en="live", zh="已点亮"),
    "dim": Text(en="one line", zh="有简介"),
    "dark": Text(en="name only", zh="仅有名字"),
}
LIVE = Text(en="★ live: click to open", zh="★ 已点亮，点击打开")
NOT_YET = Text(en="not yet", zh="尚未点亮")
SKY_OF = Text(en="The sky of {year}", zh="{year} 年的星空")
PLAY = Text(en="▶ Play the years", zh="▶ 播放历史")
