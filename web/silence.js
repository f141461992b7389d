// Notices that the other end of a conversation between threads has gone silent.
//
// It counts its own turns, not the clock: a laptop that slept, or a page in the background, is not
// taken for a worker that hangs.

const TURN_MS = 1_000;

/**
 * Calls `onSilent` once when `seconds` have gone by without heard(). Begins with heard(), pauses with
 * rest().
 */
export function createSilence(seconds, onSilent) {
  let turns = 0;
  let timer = 0;
  function rest() {
    clearInterval(timer);
    timer = 0;
  }
  function heard() {
    turns = 0;
    timer ||= setInterval(() => {
      turns += 1;
      if (turns < seconds) return;
      rest();
      onSilent();
    }, TURN_MS);
  }
  return { heard, rest };
}
