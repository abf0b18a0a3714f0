"""What references say in Chinese in simplified characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "收入 {}",
    "editor": ("编", "编"),
    "series_editor": ("丛书编", "丛书编"),
    "director": ("导演", "导演"),
    "translator": "译",
    "edition": "第{}版",
    "volume": "第{}卷",
    "issue": "第{}期",
    "chapter": "第{}章",
    "page": ("第{}页", "第{}页"),
    "article": "文章 {}",
    "number": "编号 {}",
    "version": "版本 {}",
    "no_date": "日期不详",
    "retrieved": "{}取自",
    "original": "原著出版于{}年",
    "accessed": "见于: {}",
    "online": "[在线]. 载于:",
    "presented": "发表于{}",
    "dataset": "数据集",
    "software": "软件",
    "video": "视频",
    "patent": "专利",
    "thesis": "学位论文",
    "phd_thesis": "博士论文",
    "masters_thesis": "硕士论文",
    "technical_report": "技术报告",
    "talk": "会议报告",
    "post": "帖子",
    "manuscript": "未发表手稿",
    "retracted": "已撤稿",
    "withdrawn": "已撤回",
    "ahead": "提前在线发表",
    "in_press": "出版中",
}
