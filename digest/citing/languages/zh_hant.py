"""What references say in Chinese in traditional characters, where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "editor": ("編", "編"),
    "series_editor": ("叢書編", "叢書編"),
    "director": ("導演", "導演"),
    "translator": "譯",
    "chapter": "第{}章",
    "page": ("第{}頁", "第{}頁"),
    "number": "編號 {}",
    "no_date": "無日期",
    "original": "原著出版於{}年",
    "accessed": "見於: {}",
    "online": "[線上]. 載於:",
    "presented": "發表於{}",
    "dataset": "資料集",
    "software": "軟體",
    "video": "影片",
    "patent": "專利",
    "thesis": "學位論文",
    "phd_thesis": "博士論文",
    "masters_thesis": "碩士論文",
    "technical_report": "技術報告",
    "talk": "會議報告",
    "post": "貼文",
    "manuscript": "未發表手稿",
    "retracted": "已撤稿",
    "withdrawn": "已撤回",
    "ahead": "提前線上發表",
    "in_press": "印刷中",
}
