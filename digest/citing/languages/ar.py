"""What references say in Arabic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "في {}",
    "editor": ("محرر", "محررون"),
    "series_editor": ("محرر السلسلة", "محررو السلسلة"),
    "director": ("مخرج", "مخرجون"),
    "translator": "ترجمة",
    "edition": "ط. {}",
    "volume": "مج. {}",
    "issue": "ع. {}",
    "chapter": "فصل {}",
    "page": ("ص. {}", "ص. {}"),
    "article": "مقال {}",
    "number": "رقم {}",
    "version": "الإصدار {}",
    "no_date": "د.ت.",
    "retrieved": "استُرجع في {}، من",
    "original": "نُشر العمل الأصلي {}",
    "accessed": "تاريخ الوصول: {}",
    "online": "[على الإنترنت]. متاح على:",
    "presented": "قُدِّم في {}",
    "dataset": "مجموعة بيانات",
    "software": "برنامج حاسوبي",
    "video": "فيديو",
    "patent": "براءة اختراع",
    "thesis": "رسالة جامعية",
    "phd_thesis": "رسالة دكتوراه",
    "masters_thesis": "رسالة ماجستير",
    "technical_report": "تقرير تقني",
    "talk": "عرض في مؤتمر",
    "post": "منشور",
    "manuscript": "مخطوطة غير منشورة",
    "retracted": "مسحوب",
    "withdrawn": "مسحوب",
    "ahead": "نشر إلكتروني مسبق",
    "in_press": "قيد النشر",
}
