// An invented page of paper for the preview, drawn here so that no picture has to be carried along.

const LINES = ["GIẤY CHỨNG SINH", "(bản thử)", "", "Họ tên mẹ: H'Hen Niê", "Số định danh: 999 203 441 218",
  "Sinh lúc: 6 giờ 20, ngày 21 tháng 9 năm 2026", "Giới tính: Nữ", "Cân nặng: 3.100 gam",
  "Nơi sinh: Trạm y tế xã Mây Trắng, tỉnh Sông Xanh"];

/** A PNG of 1240 x 1754, a page of A4 at 150 dots an inch. */
export function drawPage() {
  const canvas = document.createElement("canvas");
  canvas.width = 1240;
  canvas.height = 1754;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fdfcf8";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#223";
  LINES.forEach((line, i) => {
    pen.font = i ? "34px sans-serif" : "600 64px sans-serif";
    pen.fillText(line, 110, 220 + i * 92);
  });
  pen.strokeStyle = "#a33";
  pen.lineWidth = 8;
  pen.strokeRect(760, 1280, 340, 220);
  return new Promise((resolve) => canvas.toBlob(resolve));
}
