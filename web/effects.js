// Carries out what the application asks for and answers with messages.
//
//   const effects = createEffects(host);   effects.run({do: "save_draft", id, json});
//
// The host is boot.js; it owns the wasm memory and the mirror, so this file touches neither:
//   host.post(message)     hands one object {"on": …} to the application. `now` (ISO) and `ms` are
//                          already in it. Never called from inside run(): always a later turn.
//   host.text(as, text)    hands it a text that it asked to load; a later turn, too.
//   host.filesOf(nodeId)   the File objects chosen in that file input ([] when there are none). The
//                          host may empty the input afterwards: the files are taken at once.
//   host.config            the parsed /config.json: {api, roots, demo, version}
//   host.api               optional base URL of the gateway; else config.api; else this origin
//   host.assetUrl(path)    optional: "words/vi.json" -> its (hashed) URL; else "assets/" + path
//   host.focus(nodeId)     host.announce(text)     host.pageMode(on)     host.theme(choice)
//   host.language(lang)
//                          the mirror's part of the effects with those names
//   host.sheetStyles()     optional: a sheet will be shown
//   host.camera(video)     shows the camera's picture in the dialog that waits for a card; null: none
//
// A handler's failure never reaches the caller: every effect that can fail has its own message.

import { pauseBefore, rest } from "./backoff.js";
import { plain } from "./effects/failure.js";
import { createFiling } from "./effects/filing.js";
import { createFollowing } from "./effects/following.js";
import { createHolding } from "./effects/holding.js";
import { createKeeping } from "./effects/keeping.js";
import { createLoading } from "./effects/loading.js";
import { createMoving } from "./effects/moving.js";
import { createNotices } from "./effects/notices.js";
import { createPageEffects } from "./effects/page.js";
import { createPlaces } from "./effects/places.js";
import { createScanning } from "./effects/scanning.js";
import { createSheets } from "./effects/sheets.js";
import { createWatching } from "./effects/watching.js";
import { createDrafts } from "./storage.js";
import { createWorkerClient } from "./worker_client.js";

/** Seconds precision, as every time in the formats: 2026-11-22T05:00:00Z. */
const isoTime = (ms) => new Date(ms).toISOString().slice(0, 19) + "Z";

/** A part that is loaded and made when it is first asked for. Fails as a line that is down. */
function lately(load, make) {
  let made = null;
  return () =>
    (made ??= load().then(make, () => {
      made = null;
      throw { code: "network", status: 0, message: "the service cannot be reached", hint: "try again" };
    }));
}

export function createEffects(host) {
  const post = (message) => {
    setTimeout(() => {
      const ms = Date.now();
      host.post({ ...message, now: isoTime(ms), ms });
    }, 0);
  };
  const giveText = (as, text) => setTimeout(() => host.text(as, text), 0);
  const api = new URL(host.api || host.config?.api || "/", location.href).href;
  const worker = createWorkerClient();
  const drafts = createDrafts();
  const context = { host, post, giveText, api, worker, roots: host.config?.roots ?? [] };
  const loading = createLoading(context);
  const watching = createWatching({ ...context, directory: loading.directory });
  const filing = createFiling({ ...context, directory: loading.directory, watching });
  const feedback = lately(
    () => import(new URL("./effects/feedback.js", import.meta.url).href),
    (late) => late.createFeedback({ ...context, directory: loading.directory, watching }),
  );
  const following = createFollowing({ ...context, directory: loading.directory, watching, feedback });
  const keeping = createKeeping(context);
  const places = createPlaces({ ...context, directory: loading.directory });
  const moving = createMoving(context);
  const scanning = createScanning(context);
  const sheets = createSheets({ ...context, directory: loading.directory });
  const notices = createNotices(context);
  const holding = createHolding({ post, drafts });

  const savedAt = new Map(); // draft -> minute in which its last save was told

  const pageEffects = createPageEffects(context);
  const handlers = {
    ...pageEffects,
    route: (effect) => {
      keeping.forget();
      pageEffects.route(effect);
    },
    load: loading.load,
    save_draft: ({ id, json }) =>
      drafts.save(id, json).then(
        () => {
          holding.saved(id);
          // The page shows hour and minute: told once in each, a key typed costs one frame, not two.
          const minute = Math.floor(Date.now() / 60_000);
          if (savedAt.get(id) === minute) return;
          savedAt.set(id, minute);
          post({ on: "saved", id });
        },
        (e) => {
          savedAt.delete(id);
          post({ on: "save_failed", id, reason: e.reason ?? "other" });
        },
      ),
    load_drafts: () =>
      drafts.load().then(
        ({ list, damaged }) => post({ on: "drafts", list, damaged }),
        (e) => post({ on: "drafts", list: [], damaged: [], reason: e.reason ?? "other" }),
      ),
    delete_draft: ({ id }) =>
      Promise.allSettled([drafts.remove(id), filing.forget(id)]).then(() => holding.removed(id)),
    hold_draft: holding.hold,
    take_draft: holding.take,
    let_go_draft: holding.letGo,
    keep_files: filing.keep,
    drop_file: filing.dropFile,
    seal: filing.seal,
    send: filing.send,
    drop_sealed: filing.dropSealed,
    follow: following.follow,
    notices: notices.wish,
    notify: notices.notify,
    send_feedback: async (wish) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return (await feedback()).send(wish);
        } catch {
          post({ on: "feedback_way", number: wish.number, way: "waiting" });
          await rest(pauseBefore(attempt));
        }
      }
    },
    find_places: places.find,
    lay_sheet: sheets.lay,
    write_pdf: sheets.write,
    check_code: sheets.check,
    make_sheet: keeping.makeSheet,
    seal_sheet: keeping.sealSheet,
    read_sheet: keeping.readSheet,
    send_records: moving.send,
    fetch_records: moving.fetchRecords,
    ask_link_key: moving.askLinkKey,
    read_card: scanning.read,
    stop_card: scanning.stop,
    // `hex` is the dossier's draft id when `draft` is the local one.
    keys: ({ draft, root, hex = draft }) =>
      worker.call("dossier_keys", { root, draft: hex }).then(
        (keys) => post({ ...keys, on: "keys", draft }),
        (e) => post({ on: "keys_failed", draft, ...plain(e) }),
      ),
  };

  return {
    run(effect) {
      if (Object.hasOwn(handlers, effect?.do)) handlers[effect.do](effect);
    },
    /** Removes everything this application keeps on the device. */
    async erase() {
      following.stop();
      await worker.call("erase", {}).catch(() => {});
      await drafts.erase();
    },
  };
}
