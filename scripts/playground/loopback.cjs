// Loaded with `node --require` before a program that listens on every address: it then listens on this machine only.
const { Server } = require('node:net');

const HOST = '127.0.0.1';
const { listen } = Server.prototype;

Server.prototype.listen = function listenHere(...given) {
  const [where] = given;
  const callback = given.find((each) => typeof each === 'function');
  const isPort = typeof where === 'number' || (typeof where === 'string' && /^\d+$/.test(where));
  if (isPort) return listen.call(this, { port: Number(where), host: HOST }, callback);
  if (typeof where === 'object' && where !== null && where.port !== undefined) {
    return listen.call(this, { ...where, host: HOST }, callback);
  }
  return listen.apply(this, given);
};
