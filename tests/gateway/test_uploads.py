"""tus 1.0: what is acknowledged is there; what is damaged, misplaced or too much is not taken."""

import base64
import hashlib
import os
import socket
import time

from serving import BYTES, TUS, GatewayCase


def sha256(data):
    return "sha256 " + base64.b64encode(hashlib.sha256(data).digest()).decode()


class Uploads(GatewayCase):
    def test_options_tell_what_is_supported(self):
        answer = self.gateway.ask("OPTIONS", "/files")
        self.assertEqual(answer.status, 204)
        self.assertEqual(answer.headers["Tus-Version"], "1.0.0")
        self.assertEqual(answer.headers["Tus-Max-Size"], "260000000")
        for extension in ("creation", "creation-with-upload", "termination", "expiration", "checksum"):
            self.assertIn(extension, answer.headers["Tus-Extension"].split(","))
        self.assertIn("sha256", answer.headers["Tus-Checksum-Algorithm"].split(","))

    def test_pieces_add_up(self):
        data = os.urandom(3_000_000)
        upload = self.gateway.create(len(data))
        self.assertEqual(self.gateway.received(upload), 0)
        answer = self.gateway.append(upload, 0, data[:1_234_567])
        self.assertEqual((answer.status, answer.headers["Upload-Offset"]), (204, "1234567"))
        self.assertIn("GMT", answer.headers["Upload-Expires"])
        answer = self.gateway.append(upload, 1_234_567, data[1_234_567:])
        self.assertEqual(answer.headers["Upload-Offset"], "3000000")
        file = self.gateway.data / "data" / "uploads" / upload.rpartition("/")[2]
        self.assertEqual(file.read_bytes(), data)

    def test_head_is_not_cached(self):
        answer = self.gateway.ask("HEAD", self.gateway.create(10), headers=TUS)
        self.assertEqual((answer.headers["Cache-Control"], answer.headers["Upload-Length"]), ("no-store", "10"))

    def test_creation_takes_the_first_piece(self):
        answer = self.gateway.ask("POST", "/files", b"first", {**BYTES, "Upload-Length": "11"})
        self.assertEqual((answer.status, answer.headers["Upload-Offset"]), (201, "5"))
        self.assertEqual(self.gateway.received(answer.headers["Location"]), 5)

    def test_a_wrong_offset_is_refused_and_changes_nothing(self):
        upload = self.gateway.create(20)
        self.gateway.append(upload, 0, b"0123456789")
        for offset in (0, 9, 11, 20):
            self.refused(self.gateway.append(upload, offset, b"x"), 409, "upload-offset")
        self.assertEqual(self.gateway.received(upload), 10)

    def test_more_than_announced_is_refused(self):
        upload = self.gateway.create(4)
        self.refused(self.gateway.append(upload, 0, b"12345"), 413, "upload-too-large")
        self.assertEqual(self.gateway.received(upload), 0)

    def test_more_than_announced_in_chunks_is_refused(self):
        upload = self.gateway.create(4)
        chunks = (piece for piece in (b"123", b"45"))
        self.refused(self.gateway.append(upload, 0, chunks), 413, "upload-too-large")
        self.assertEqual(self.gateway.received(upload), 0)

    def test_an_oversized_file_is_refused(self):
        answer = self.gateway.ask("POST", "/files", headers={**TUS, "Upload-Length": "260000001"})
        self.refused(answer, 413, "upload-too-large")

    def test_a_length_is_needed(self):
        self.refused(self.gateway.ask("POST", "/files", headers=TUS), 400, "upload-length")
        self.refused(self.gateway.ask("POST", "/files", headers={**TUS, "Upload-Length": "0"}), 400, "upload-length")
        for wrong in ("-1", "1e3", "٣", "9" * 30):
            headers = {**TUS, "Upload-Length": wrong.encode()}
            self.refused(self.gateway.ask("POST", "/files", headers=headers), 400, "bad-request")

    def test_another_version_is_refused(self):
        for headers in ({}, {"Tus-Resumable": "0.2.2"}):
            answer = self.gateway.ask("POST", "/files", headers={**headers, "Upload-Length": "5"})
            self.refused(answer, 412, "tus-version")
            self.assertEqual(answer.headers["Tus-Version"], "1.0.0")

    def test_another_media_type_is_refused(self):
        upload = self.gateway.create(3)
        answer = self.gateway.append(upload, 0, b"abc", Content_Type="application/octet-stream")
        self.refused(answer, 415, "media-type")
        self.refused(self.gateway.append(upload, 0, b"abc", Content_Encoding="gzip"), 415, "media-type")

    def test_a_checked_piece_counts_only_when_it_is_whole(self):
        upload = self.gateway.create(10)
        wrong = self.gateway.append(upload, 0, b"01234", Upload_Checksum=sha256(b"01235"))
        self.refused(wrong, 460, "checksum")
        self.assertEqual(self.gateway.received(upload), 0)
        right = self.gateway.append(upload, 0, b"abcde", Upload_Checksum=sha256(b"abcde"))
        self.assertEqual(right.status, 204)
        file = self.gateway.data / "data" / "uploads" / upload.rpartition("/")[2]
        self.assertEqual(file.read_bytes(), b"abcde")

    def test_an_unknown_checksum_is_refused(self):
        upload = self.gateway.create(5)
        self.refused(self.gateway.append(upload, 0, b"abcde", Upload_Checksum="md5 AAAA"), 400, "checksum-unknown")
        self.refused(self.gateway.append(upload, 0, b"abcde", Upload_Checksum="sha256 !"), 400, "bad-request")

    def test_an_ended_upload_is_gone(self):
        upload = self.gateway.upload(b"abc")
        self.assertEqual(self.gateway.ask("DELETE", upload, headers=TUS).status, 204)
        self.assertEqual(self.gateway.ask("HEAD", upload, headers=TUS).status, 410)
        self.refused(self.gateway.append(upload, 3, b""), 410, "upload-gone")
        self.assertFalse((self.gateway.data / "data" / "uploads" / upload.rpartition("/")[2]).exists())

    def test_an_unknown_upload_is_not_found(self):
        self.refused(self.gateway.append("/files/" + "0" * 32, 0, b"x"), 404, "upload-missing")
        self.assertEqual(self.gateway.append("/files/../keys", 0, b"x").code, "method")

    def test_methods_may_be_overridden(self):
        upload = self.gateway.create(3)
        headers = {**BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
        self.assertEqual(self.gateway.ask("POST", upload, b"abc", headers).status, 204)
        self.refused(self.gateway.ask("POST", upload, b"abc", BYTES), 405, "method")

    def test_a_cut_connection_keeps_what_came(self):
        upload = self.gateway.create(1000)
        self._half_a_piece(upload, b"x" * 400).close()
        self._wait_for(upload, 400)
        self.assertEqual(self.gateway.append(upload, 400, b"y" * 600).status, 204)

    def test_a_cut_connection_with_a_checksum_keeps_nothing(self):
        upload = self.gateway.create(1000)
        self._half_a_piece(upload, b"x" * 400, f"Upload-Checksum: {sha256(b'')}\r\n").close()
        time.sleep(0.3)
        self.assertEqual(self.gateway.received(upload), 0)

    def test_a_new_request_takes_over_from_a_dead_connection(self):
        upload = self.gateway.create(1000)
        dead = self._half_a_piece(upload, b"x" * 400)
        time.sleep(0.3)
        begun = time.monotonic()
        self.assertEqual(self.gateway.received(upload), 400)
        self.assertLess(time.monotonic() - begun, 5)
        self.assertEqual(self.gateway.append(upload, 400, b"y" * 600).status, 204)
        dead.close()

    def _half_a_piece(self, upload, data, extra=""):
        connection = socket.create_connection(("127.0.0.1", self.gateway.port), timeout=10)
        head = f"PATCH {upload} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n{extra}"
        head += "Content-Type: application/offset+octet-stream\r\nContent-Length: 1000\r\n\r\n"
        connection.sendall(head.encode() + data)
        time.sleep(0.2)
        return connection

    def _wait_for(self, upload, offset):
        for _ in range(50):
            if self.gateway.received(upload) == offset:
                return
            time.sleep(0.1)
        self.fail("the bytes that came are not kept")
