"""The named peer: streams on bare aiohttp. No store, no proofs, no checks: an event goes from one request to one
stream's socket. Prints its port."""

import asyncio
import json
import resource

from aiohttp import web

waiting: dict[str, asyncio.Queue] = {}
said = 0


async def follow(request):
    name = (await request.json())["capabilities"][0]
    queue = waiting[name] = asyncio.Queue()
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    await response.write(b": open\n\n")
    while True:
        await response.write(await queue.get())


async def say(request):
    global said
    body, said = await request.json(), said + 1
    data = json.dumps(body).encode()
    waiting[body["to"]].put_nowait(b"id: %d\nevent: event\ndata: %s\n\n" % (said, data))
    return web.json_response({"id": said})


async def main():
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    application = web.Application()
    application.add_routes([web.post("/follow", follow), web.post("/say", say)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
    await site.start()
    print(site._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
