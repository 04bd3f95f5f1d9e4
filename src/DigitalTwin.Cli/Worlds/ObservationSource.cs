using DigitalTwin.Cli.Terminals;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Worlds;

/// <summary>Where observations come from: a file or the standard input.</summary>
internal sealed class ObservationSource : IAsyncDisposable
{
    private readonly long length;

    private ObservationSource(string name, Stream stream, long length) => (Name, Stream, this.length) = (name, stream, length);

    public string Name { get; }

    public Stream Stream { get; }

    public static ObservationSource Open(Terminal terminal, string file)
    {
        if (file == "-") return new("standard input", new StoppableStream(terminal.In()), 0);
        try
        {
            var stream = new FileStream(file, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.SequentialScan });
            return new(file, stream, stream.CanSeek ? stream.Length : 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file));
            var near = Directory.Exists(folder) ? NearestName.Hint(Path.GetFileName(file), Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)) : "";
            throw new InputException(file, $"The file cannot be read: {error.Message}{near}");
        }
    }

    /// <summary>How far it is.</summary>
    public Share Share(long position, long records) => new(length > 0 ? Math.Min(1, position / (double)length) : 0, $"{records:N0}");

    public ValueTask DisposeAsync() => Stream.DisposeAsync();

    /// <summary>A stream that need not end: waiting for it can be given up although reading from a terminal cannot be.</summary>
    private sealed class StoppableStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // Into a buffer of its own: what is given up may still be written to later.
            var own = new byte[Math.Min(buffer.Length, 1 << 16)];
            var read = await Task.Run(() => inner.ReadAsync(own, CancellationToken.None).AsTask(), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            own.AsSpan(0, read).CopyTo(buffer.Span);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
