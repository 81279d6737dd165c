import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Connection, connect } from './http-client';
import type { Load, LoadResult } from './load';

/** More than any server here serves at a time. */
const MOST_CONNECTIONS = 512;

async function run({ port, requests, plan }: Load): Promise<LoadResult> {
  const wires = requests.map((request) => Buffer.from(request));
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const note = (status: number, since: number) => {
    times.push(performance.now() - since);
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const elapsedMs =
    'connections' in plan
      ? await inTurns(port, wires, plan.connections, note)
      : await atRate(port, wires, plan.perSecond, note);
  return { elapsedMs, timesMs: times.sort((a, b) => a - b), statuses };
}

type Note = (status: number, since: number) => void;

async function inTurns(port: number, wires: readonly Buffer[], count: number, note: Note): Promise<number> {
  const connections = await Promise.all(Array.from({ length: count }, () => connect(port)));
  const queue = wires.values();
  const start = performance.now();
  await Promise.all(
    connections.map(async (connection) => {
      for (const wire of queue) {
        const sent = performance.now();
        note(await connection.send(wire), sent);
      }
      connection.close();
    }),
  );
  return performance.now() - start;
}

async function atRate(
  port: number,
  wires: readonly Buffer[],
  perSecond: number,
  note: Note,
): Promise<number> {
  const idle: Connection[] = await Promise.all(Array.from({ length: 32 }, () => connect(port)));
  let opened = idle.length;
  const backlog: { wire: Buffer; due: number }[] = [];
  const sending: Promise<void>[] = [];

  async function send(first: { wire: Buffer; due: number }): Promise<void> {
    const connection = idle.pop() ?? (await connect(port));
    for (let next = [first]; next[0]; next = backlog.splice(0, 1)) {
      note(await connection.send(next[0].wire), next[0].due);
    }
    idle.push(connection);
  }

  const start = performance.now();
  for (let index = 0; index < wires.length; ) {
    const due = start + (index * 1_000) / perSecond;
    if (due > performance.now()) {
      await wait(1);
      continue;
    }
    const shot = { wire: wires[index] as Buffer, due };
    index += 1;
    if (idle.length === 0 && opened >= MOST_CONNECTIONS) {
      backlog.push(shot);
      continue;
    }
    if (idle.length === 0) opened += 1;
    sending.push(send(shot));
  }
  await Promise.all(sending);
  const elapsed = performance.now() - start;
  for (const connection of idle) connection.close();
  return elapsed;
}

void run(workerData as Load).then((result) => parentPort?.postMessage(result));
