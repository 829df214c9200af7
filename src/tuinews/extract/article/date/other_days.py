"""What lines call a day that is not that of publication: of expiry, of birth, of an event, of a deadline."""

import re

from tuinews.late import late_pattern

_SPACED = """
expir(?:y|es|ed|ing|ation) | best before | use by | sell by | valid (?:until|till|through|to|from|on) | deadline |
(?:closing|due|event|start|end|effective|opening) date | date of (?:birth|death|event|expiry) | born | died |
founded | established | starts | ends |
hạn (?:chót|cuối|nộp|dùng|sử dụng|đăng ký) | hết hạn | ngày hết hạn | hsd | sinh (?:ngày|năm) | ngày sinh |
mất ngày | ngày mất | (?:ngày )?thành lập | (?:ngày )?khởi công | (?:ngày )?khai mạc | (?:ngày )?bế mạc |
khai trương | diễn ra | (?:ngày )?có hiệu lực | hiệu lực | thời hạn | ngày thi | ngày tổ chức |
mindestens haltbar | mindesthaltbarkeit\\w* | haltbar bis | gültig (?:bis|ab) | ablaufdatum | geboren | gestorben |
gegründet | anmeldeschluss | bewerbungsfrist | einsendeschluss | läuft ab |
expire | date (?:d'expiration|limite|de naissance) | à consommer | valable | née? (?:le|en) | décédée? | fondée? |
caduca | vence | fecha (?:límite|de (?:caducidad|vencimiento|nacimiento)) | válid[oa] hasta | nacid[oa] |
fundad[oa] | scadenza | scade | valid[oa] fino | nat[oa] (?:il|a) | data di (?:nascita|scadenza) |
validade | válid[oa] até | expira | nascid[oa] | data de (?:nascimento|validade) | prazo |
houdbaar | geldig tot | verloopt | geboortedatum | utgår | född | født | syntynyt | termin ważności | ważn[ey] do |
urodzon[ya] | narozen[áa]? | son kullanma | doğum tarihi | kedaluwarsa | berlaku | lahir |
годен до | срок годности | истекает | родил(?:ся|ась) | дата рождения | термін придатності | дата народження |
offer (?:ends|valid) | (?:sale|entries|registration|applications?|voting) (?:ends?|closes?|due) | apply by |
register by | rsvp by | submit by | use by | closing date | λήγει | γεννήθηκε
"""
_UNSPACED = """
有効期限 | 賞味期限 | 消費期限 | 締切 | 締め切り | 生年月日 | 開催日 | 有效期 | 截止 | 保质期 | 出生 | 유효기간 |
유통기한 | 마감 | 출생 | 생년월일 | วันหมดอายุ | วันเกิด | تاريخ (?:الانتهاء|الميلاد)
"""


def _any_of(words: str) -> str:
    return "|".join(word.strip() for word in words.split("|"))


OTHER_DAY = late_pattern(rf"\W*(?:(?:{_any_of(_SPACED)})\b|(?:{_any_of(_UNSPACED)}))", re.IGNORECASE)
"""How a line begins that tells such a day."""
