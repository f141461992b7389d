// The camera and what it sees, until it is closed, a minute is over, or the page is left.
//
//   const close = openCamera({found, state, show, startDecoder});
//   found(text)    a code, each time another one than before
//   state(name)    "on", or why it went off: none, refused, busy, insecure, tired, hidden, broken
//   show(video)    the element to show; null when it is over
//
// A picture goes to the decoder and is overwritten by the next; none is kept or leaves the page.

const LONGEST_MS = 60_000; // of looking without a find
const PAUSE_MS = 140;      // between two looks: five to seven a second
const MOST_SIDE = 1000;    // px of the picture that is searched
const REASONS = {
  NotAllowedError: "refused", SecurityError: "refused",
  NotFoundError: "none", OverconstrainedError: "none",
};

export function openCamera({ found, state, show, startDecoder }) {
  const video = document.createElement("video");
  const canvas = document.createElement("canvas");
  const picture = canvas.getContext("2d", { willReadFrequently: true });
  let stream = null;
  let decoder = null;
  let open = true;
  let timer = 0;       // of the next look
  let tired = 0;       // of the last one
  let last = "";       // code that was found

  function close() {
    if (!open) return;
    open = false;
    clearTimeout(timer);
    clearTimeout(tired);
    document.removeEventListener("visibilitychange", left);
    removeEventListener("pagehide", left);
    decoder?.terminate();
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
    canvas.width = canvas.height = 0;
    show(null);
  }

  function giveUp(why) {
    if (!open) return;
    close();
    state(why);
  }

  function left({ type }) {
    if (type === "pagehide" || document.hidden) giveUp("hidden");
  }

  /** One look: the picture as it is now, made smaller, to the decoder. */
  function look() {
    const scale = Math.min(1, MOST_SIDE / Math.max(video.videoWidth, video.videoHeight, 1));
    const width = Math.round(video.videoWidth * scale);
    const height = Math.round(video.videoHeight * scale);
    if (!width || !height) return lookAgain();
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    picture.drawImage(video, 0, 0, width, height);
    const { data } = picture.getImageData(0, 0, width, height);
    decoder.postMessage({ width, height, pixels: data.buffer }, [data.buffer]);
  }

  const lookAgain = () => (timer = setTimeout(look, PAUSE_MS));

  function seen({ data: { text, failed } }) {
    if (!open) return;
    if (failed) return giveUp("broken");
    if (text && text !== last) {
      last = text;
      found(text);
    }
    if (open) lookAgain();
  }

  function begin(got) {
    stream = got;
    if (!open) return stream.getTracks().forEach((track) => track.stop()); // closed meanwhile
    const [track] = stream.getVideoTracks();
    track.addEventListener("ended", () => giveUp("busy"));
    decoder = startDecoder();
    decoder.onmessage = seen;
    decoder.onerror = (event) => {
      event.preventDefault();
      giveUp("broken");
    };
    video.muted = true;
    video.playsInline = true; // iPhones would fill the screen with it
    video.classList.toggle("facing", track.getSettings().facingMode !== "environment");
    video.srcObject = stream;
    show(video);
    state("on");
    tired = setTimeout(() => giveUp("tired"), LONGEST_MS);
    return video.play().then(() => open && look());
  }

  document.addEventListener("visibilitychange", left);
  addEventListener("pagehide", left);
  if (!navigator.mediaDevices?.getUserMedia) {
    giveUp(isSecureContext ? "none" : "insecure");
    return close;
  }
  navigator.mediaDevices
    .getUserMedia({
      audio: false,
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } },
    })
    .then(begin)
    .catch((error) => giveUp(REASONS[error?.name] ?? "busy"));
  return close;
}
