/** Served from the package, and loaded before the gallery's script. */
declare const AdaptiveCards: typeof import('adaptivecards');
