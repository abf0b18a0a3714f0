"""What references say in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "{}",
    "editor": ("編", "編"),
    "series_editor": ("シリーズ編", "シリーズ編"),
    "director": ("監督", "監督"),
    "translator": "訳",
    "edition": "第{}版",
    "volume": "{}巻",
    "issue": "{}号",
    "chapter": "第{}章",
    "page": ("{}ページ", "{}ページ"),
    "article": "論文 {}",
    "number": "No. {}",
    "version": "バージョン {}",
    "no_date": "日付なし",
    "retrieved": "{}参照",
    "original": "原著出版{}年",
    "accessed": "参照: {}",
    "online": "[オンライン]. 入手先:",
    "presented": "講演: {}",
    "dataset": "データセット",
    "software": "ソフトウェア",
    "video": "動画",
    "patent": "特許",
    "thesis": "学位論文",
    "phd_thesis": "博士論文",
    "masters_thesis": "修士論文",
    "technical_report": "技術報告書",
    "talk": "学会発表",
    "post": "投稿",
    "manuscript": "未刊行原稿",
    "retracted": "撤回",
    "withdrawn": "撤回",
    "ahead": "早期公開",
    "in_press": "印刷中",
}
