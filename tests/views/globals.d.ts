// What the library puts into the page; `tsc -p tests/views` checks the scripts against it.
declare const vis: { Network: any; DataSet: any };

interface CanvasRenderingContext2D {
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
}
