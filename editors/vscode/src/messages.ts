// What the extension and the worker that runs the module say to each other.
export type ToWorker =
    // Comes first.
    | { readonly kind: 'begin'; readonly module: Uint8Array }
    // To the server, the body of one message.
    | { readonly kind: 'message'; readonly text: string }
    // What a file holds that was asked for; undefined if there is none.
    | {
          readonly kind: 'file';
          readonly path: string;
          readonly bytes: Uint8Array | undefined;
      }
    // The same of a folder: what is in it, folders with a slash after them.
    | {
          readonly kind: 'names';
          readonly path: string;
          readonly names: string[] | undefined;
      };

export type FromWorker =
    | { readonly kind: 'message'; readonly text: string }
    | { readonly kind: 'log'; readonly line: string }
    | { readonly kind: 'fetch'; readonly path: string }
    | { readonly kind: 'list'; readonly path: string }
    // The server is no more.
    | { readonly kind: 'failure'; readonly reason: string };
