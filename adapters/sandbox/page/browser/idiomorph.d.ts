/** Served from the package under this name. */
export { Idiomorph } from 'idiomorph';
