"""What references say in Hebrew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.citing.languages.wording import Words

WORDS: Words = {
    "within": "בתוך {}",
    "editor": ("עורך", "עורכים"),
    "series_editor": ("עורך הסדרה", "עורכי הסדרה"),
    "director": ("במאי", "במאים"),
    "translator": "תרגום",
    "edition": "מהדורה {}",
    "volume": "כרך {}",
    "issue": "גיליון {}",
    "chapter": "פרק {}",
    "page": ("עמ\u05f3 {}", "עמ\u05f3 {}"),
    "article": "מאמר {}",
    "number": "מס\u05f3 {}",
    "version": "גרסה {}",
    "no_date": "ללא תאריך",
    "retrieved": "אוחזר ב־{}, מתוך",
    "original": "היצירה המקורית פורסמה ב־{}",
    "accessed": "תאריך גישה: {}",
    "online": "[מקוון]. זמין בכתובת:",
    "presented": "הוצג ב־{}",
    "dataset": "מערך נתונים",
    "software": "תוכנה",
    "video": "וידאו",
    "patent": "פטנט",
    "thesis": "תזה",
    "phd_thesis": "עבודת דוקטור",
    "masters_thesis": "עבודת מוסמך",
    "technical_report": "דוח טכני",
    "talk": "הרצאה בכנס",
    "post": "פוסט",
    "manuscript": "כתב יד שלא פורסם",
    "retracted": "המאמר נמשך",
    "withdrawn": "המאמר נמשך",
    "ahead": "פרסום מקוון מוקדם",
    "in_press": "בדפוס",
}
