"""The page of a video, by its site and its id, or by what plays it in a frame."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex

VIDEO_PAGES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "bilibili": "https://www.bilibili.com/video/{}",
}
"""By a site's name in small letters, the address of the page, with `{}` for the id."""
_FRAMES = {
    "youtube": r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!videoseries)([\w-]+)",
    "vimeo": r"player\.vimeo\.com/video/(\d+)",
    "dailymotion": r"(?:www\.)?dailymotion\.com/embed/video/(\w+)",
    "bilibili": r"player\.bilibili\.com/player\.html\?(?:.*&)?bvid=(\w+)",
}
_PLAYERS = tuple(
    (lazy_regex(rf"(?:https?:)?//{frame}"), VIDEO_PAGES[site]) for site, frame in _FRAMES.items()
)


def find_video_page(source: str) -> str:
    """Return the page of the video that a frame plays, by the frame's address; empty if unknown."""
    for player, page in _PLAYERS:
        if video := player.match(source):
            return page.format(video[1])
    return ""
