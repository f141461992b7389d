"""Every refusal of the gateway, as RFC 9457 problem details.

    raise Problem("upload-incomplete", received=4096)

`code` is for programs, `title` for operators (English), `detail` and `hint` for the person at the
screen (Vietnamese). `reason`, when there is one, is the core's own English sentence.
"""

import json

from aiohttp import web

from .core import CoreError

_AGAIN = "Hãy thử lại sau ít phút. Hồ sơ vẫn còn nguyên trên máy của bạn."
_SEAL_AGAIN = "Hãy niêm phong lại hồ sơ rồi gửi lại."
_RESEND = "Hãy gửi lại từ đầu. Hồ sơ vẫn còn nguyên trên máy của bạn."
_DESK = "Hãy kiểm tra tệp khóa của đơn vị và đồng hồ của máy, rồi gửi lại yêu cầu."

# code: (status, title, detail, hint)
PROBLEMS = {
    "bad-request": (400, "Malformed request", "Máy chủ không đọc được yêu cầu này.", "Hãy tải lại trang rồi thử lại."),
    "not-found": (404, "Not found", "Không có gì ở địa chỉ này.", "Hãy quay về trang đầu."),
    "method": (405, "Method not allowed", "Địa chỉ này không nhận yêu cầu kiểu đó.", "Hãy tải lại trang rồi thử lại."),
    "too-slow": (408, "Request took too long", "Yêu cầu đến quá chậm nên đã dừng.", "Hãy kiểm tra mạng rồi thử lại."),
    "too-large": (413, "Request too large", "Yêu cầu quá lớn.", "Hãy tải lại trang rồi thử lại."),
    "media-type": (415, "Unsupported media type", "Máy chủ không nhận kiểu dữ liệu này.", "Hãy tải lại trang rồi thử lại."),
    "tus-version": (412, "Unsupported tus version", "Phiên bản tải lên không được hỗ trợ.", "Hãy tải lại trang để dùng bản mới."),
    "upload-missing": (404, "No such upload", "Không có lần tải lên này.", _RESEND),
    "upload-gone": (410, "Upload is gone", "Lần tải lên này đã kết thúc hoặc đã quá hạn.", _RESEND),
    "upload-offset": (409, "Offset does not match", "Phần gửi tiếp không khớp với phần đã nhận.", "Hãy hỏi lại vị trí đã nhận rồi gửi tiếp từ đó."),
    "upload-busy": (423, "Upload is locked", "Một kết nối khác đang gửi tệp này.", "Hãy chờ vài giây rồi thử lại."),
    "upload-length": (400, "Upload-Length is missing or wrong", "Thiếu kích thước của tệp gửi lên.", "Hãy tải lại trang rồi thử lại."),
    "upload-too-large": (413, "Upload too large", "Tệp gửi lên lớn hơn mức cho phép.", "Hãy bớt hoặc thu nhỏ giấy tờ đính kèm; tối đa 200 MB một hồ sơ."),
    "checksum": (460, "Checksum mismatch", "Một phần tệp bị hỏng trên đường truyền.", "Phần này sẽ được gửi lại."),
    "checksum-unknown": (400, "Checksum algorithm is not supported", "Kiểu mã kiểm tra không được hỗ trợ.", "Hãy dùng sha256 hoặc sha1."),
    "upload-incomplete": (409, "Upload is not whole yet", "Hồ sơ chưa gửi lên hết nên chưa được nhận.", "Hãy gửi tiếp phần còn thiếu."),
    "upload-wanted": (422, "The upload does not name a file of this gateway", "Thiếu tệp hồ sơ đã gửi lên.", _RESEND),
    "size-mismatch": (422, "Size differs from the envelope", "Kích thước tệp không đúng như đã niêm phong.", _SEAL_AGAIN),
    "hash-mismatch": (422, "Content differs from the envelope", "Tệp nhận được không đúng như đã niêm phong.", _RESEND),
    "not-sealed": (422, "The upload is not an age file", "Tệp gửi lên không phải là hồ sơ đã niêm phong.", _SEAL_AGAIN),
    "envelope": (422, "The envelope is malformed", "Bì hồ sơ không đúng mẫu.", _SEAL_AGAIN),
    "signature": (422, "The signature does not hold", "Phần xác nhận của người nộp trên bì hồ sơ không khớp.", _SEAL_AGAIN),
    "unit-unknown": (422, "A unit is not in the directory", "Đơn vị nhận hồ sơ không có trong danh bạ.", "Hãy tải lại trang để lấy danh bạ mới, rồi chọn lại nơi nộp."),
    "key-reused": (409, "Idempotency key belongs to another envelope", "Mã lần gửi này đã dùng cho một hồ sơ khác.", _SEAL_AGAIN),
    "draft-taken": (409, "This draft was submitted before with another content", "Bản nháp này đã được nộp trước đó với nội dung khác.", "Hãy xem mục Hồ sơ của tôi; muốn nộp nội dung mới thì tạo hồ sơ mới."),
    "storage-full": (507, "No space left", "Máy chủ đã hết chỗ chứa.", _AGAIN),
    "busy": (503, "Too many open streams", "Máy chủ đang quá đông người theo dõi.", _AGAIN),
    "transfers-full": (503, "Too many transfers are waiting", "Máy chủ đang giữ hộ quá nhiều lần chuyển máy.", _AGAIN),
    "transfer-code": (403, "The transfer's code is wrong", "Mã 6 số không đúng.", "Hãy xem lại mã trên màn hình máy kia. Sai 5 lần thì phải bắt đầu lại từ máy kia."),
    "transfer-gone": (410, "No such transfer is waiting", "Lần chuyển máy này không còn: đã lấy rồi, đã quá 10 phút hoặc đã sai mã quá nhiều lần.", "Hãy bắt đầu lại từ máy kia. Hồ sơ vẫn còn nguyên trên máy đó."),
    "desk-signature": (401, "The desk request's signature does not hold", "Yêu cầu không có chữ ký đúng của đơn vị.", _DESK),
    "desk-time": (401, "The desk request is too old or from the future", "Giờ trong yêu cầu lệch quá 10 phút.", _DESK),
    "desk-replay": (409, "The desk request was used before", "Yêu cầu này đã được dùng rồi.", "Hãy tạo yêu cầu mới."),
    "dossier-missing": (404, "No such dossier for this unit", "Đơn vị không giữ hồ sơ nào mang số này.", "Hãy kiểm tra lại số hồ sơ."),
    "capability-unknown": (404, "No dossier has this capability", "Không có hồ sơ nào mang chìa khóa này.", "Hãy kiểm tra lại tờ khôi phục."),
    "event": (422, "The event is malformed or not allowed here", "Sự kiện không hợp lệ với hồ sơ này.", "Hãy xem trạng thái hiện tại của hồ sơ rồi ghi lại."),
    "event-order": (409, "The event does not follow the dossier's history", "Sự kiện không nối tiếp được trạng thái hiện tại của hồ sơ.", "Hãy lấy lại danh sách rồi ghi tiếp từ trạng thái mới nhất."),
    "event-time": (422, "The event's time is in the future", "Giờ của sự kiện ở tương lai.", "Hãy chỉnh đồng hồ của máy."),
    "feedback": (422, "The feedback is malformed or about something else", "Máy chủ không đọc được lời góp ý này.", "Hãy tải lại trang rồi gửi lại. Những gì đã viết vẫn còn trên máy của bạn."),
    "feedback-signature": (403, "The feedback is not signed by this dossier's key", "Lời gửi không có chữ ký đúng của hồ sơ này.", "Hãy gửi từ chính máy đã nộp hồ sơ, hoặc máy đã nhận chìa khóa của hồ sơ."),
    "feedback-order": (409, "The feedback has no place in what was said so far", "Lúc này chưa gửi được lời này.", "Hãy xem lại tình trạng mới nhất của hồ sơ rồi gửi lại."),
    "feedback-taken": (409, "A feedback with this number is there already", "Đã có lời gửi khác về hồ sơ này đến trước.", "Hãy xem lại tình trạng mới nhất của hồ sơ rồi gửi lại."),
    "feedback-time": (422, "The time is more than ten minutes away from now", "Giờ ghi trong lời gửi lệch quá 10 phút so với máy chủ.", "Hãy chỉnh đồng hồ của máy rồi gửi lại."),
    "feedback-often": (429, "Too much feedback about this dossier today", "Hôm nay hồ sơ này đã gửi nhiều lời góp ý.", "Những gì đã viết vẫn còn trên máy của bạn. Hãy gửi lại vào ngày mai."),
    "answer": (422, "The answer is malformed or not allowed here", "Câu trả lời không hợp lệ với hồ sơ này.", "Hãy lấy lại danh sách góp ý rồi trả lời lại."),
    "answer-order": (409, "The answer does not follow what was said so far", "Câu trả lời không nối tiếp được với những lần trả lời trước.", "Hãy lấy lại danh sách góp ý rồi trả lời từ bước mới nhất."),
    "mark": (422, "The mark is malformed or not allowed here", "Thông báo về tiền, giao nhận hoặc đồng bộ không hợp lệ với hồ sơ này.", "Hãy lấy lại hồ sơ rồi thử lại."),
    "mark-order": (409, "The mark does not follow what was said so far", "Thông báo về tiền, giao nhận hoặc đồng bộ không nối tiếp được với thông báo trước.", "Hãy lấy lại hồ sơ rồi ghi từ trạng thái mới nhất."),
    "message": (422, "The message is not what the event names", "Lời nhắn không khớp với phần đã ký.", "Hãy niêm phong lại lời nhắn rồi ghi lại."),
    "statement": (422, "The statement is malformed or not about these dossiers", "Bản xác nhận tình trạng không hợp lệ.", "Hãy lấy lại danh sách hồ sơ rồi ký lại."),
    "statement-old": (409, "A newer statement of this unit is there", "Đã có bản xác nhận mới hơn của đơn vị.", "Hãy kiểm tra đồng hồ của máy rồi ký lại."),
    "log-missing": (404, "The log has no such entry", "Sổ ghi chưa có mục này.", "Hãy kiểm tra lại số thứ tự."),
    "internal": (500, "Internal error", "Máy chủ gặp lỗi.", _AGAIN),
}  # fmt: skip


class Problem(Exception):
    """A refusal. Extra members go into the answer beside the standard ones."""

    def __init__(self, code: str, *, headers=None, **members):
        super().__init__(code)
        self.code, self.headers, self.members = code, headers or {}, members

    @property
    def status(self) -> int:
        return PROBLEMS[self.code][0]

    def response(self) -> web.Response:
        status, title, detail, hint = PROBLEMS[self.code]
        body = {
            "type": f"urn:motcua:problem:{self.code}",
            "title": title,
            "status": status,
            "detail": detail,
            "hint": hint,
            "code": self.code,
            **self.members,
        }
        return web.Response(
            status=status,
            text=json.dumps(body, ensure_ascii=False),
            content_type="application/problem+json",
            headers={"Cache-Control": "no-store", **self.headers},
        )


def from_core(error: CoreError, codes: dict[str, str], otherwise: str) -> Problem:
    """The problem for a core error: `codes` maps the core's codes to ours."""
    return Problem(codes.get(error.code, otherwise), reason=error.message)
