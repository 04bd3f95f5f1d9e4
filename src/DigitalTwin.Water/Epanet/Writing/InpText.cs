using System.Buffers;
using System.Buffers.Text;
using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Reading;

namespace DigitalTwin.Water.Epanet.Writing;

/// <summary>Words, numbers and lines of an <c>.inp</c> file, straight into a buffer of bytes.</summary>
internal sealed class InpText
{
    private const int RoomForNumber = 32;
    private static readonly SearchValues<char> NotInHeader = SearchValues.Create(";\"\r\n \t");

    private readonly Stream stream;
    private readonly string fileName;
    private readonly Encoding encoding;
    private byte[] buffer = new byte[1 << 16];
    private int used;
    private bool begun;

    public InpText(Stream stream, EpanetFile file)
    {
        (this.stream, fileName) = (stream, file.Name);
        encoding = (Encoding)TextEncoding.Of(file.Encoding).Clone();
        encoding.EncoderFallback = EncoderFallback.ExceptionFallback;
        if (file.Encoding == EpanetEncoding.Utf8WithMark) Append("\uFEFF");
    }

    /// <summary>Adds a word after a tab; in quotes when it is empty or has a blank.</summary>
    public InpText Word(string word)
    {
        var blank = word is null || word.Length == 0 || word.AsSpan().IndexOfAny(' ', '\t') >= 0;
        var quote = word?.IndexOf('"', StringComparison.Ordinal) ?? 0;
        if (word is null || word.AsSpan().IndexOfAny(';', '\r', '\n') >= 0 || quote == 0 || (quote > 0 && blank) || (!begun && word.StartsWith('[')))
            throw new InputException(fileName, $"'{word}' cannot stand in an .inp file: a word must be without semicolons and line breaks, must not begin with a quote or have blanks and quotes, and must not begin a line with '['.");
        Separate();
        if (blank)
        {
            Raw((byte)'"');
            Append(word);
            Raw((byte)'"');
        }
        else
        {
            Append(word);
        }
        return this;
    }

    /// <summary>Adds words that are ours, as they stand.</summary>
    public InpText Keyword(string words)
    {
        Separate();
        Append(words);
        return this;
    }

    /// <summary>Adds the shortest text that reads back to the same number.</summary>
    public InpText Number(double value)
    {
        if (!double.IsFinite(value)) throw new InputException(fileName, $"{value} cannot stand in an .inp file; a finite number is expected.");
        Separate();
        MakeRoom(RoomForNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
        return this;
    }

    /// <summary>Ends a line with its comment, if any.</summary>
    public void End(string? comment = null)
    {
        if (comment is not null) Comment(comment);
        Raw((byte)'\n');
        begun = false;
    }

    /// <summary>Adds a line as it stands.</summary>
    public void Line(string line)
    {
        if (line.AsSpan().IndexOfAny("\r\n") >= 0 || line.AsSpan().TrimStart(" \t").StartsWith("["))
            throw new InputException(fileName, $"'{line}' cannot be a line of text in an .inp file: it must not have line breaks or begin with '['.");
        Append(line);
        Raw((byte)'\n');
    }

    /// <summary>Adds a line with nothing but a comment.</summary>
    public void CommentLine(string comment)
    {
        begun = false;
        Comment(comment);
        Raw((byte)'\n');
        begun = false;
    }

    /// <summary>Adds a header after a blank line.</summary>
    public void Header(string header)
    {
        if (header.AsSpan().IndexOfAny(NotInHeader) >= 0) throw new InputException(fileName, $"'{header}' cannot be the header of a section.");
        Raw((byte)'\n');
        Append(header);
        Raw((byte)'\n');
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Flush();
        stream.Write(bytes);
    }

    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    private void Comment(string comment)
    {
        if (comment.AsSpan().IndexOfAny('\r', '\n') >= 0) throw new InputException(fileName, $"The comment '{comment}' has a line break, which an .inp file cannot keep.");
        Separate();
        Raw((byte)';');
        Append(comment);
    }

    private void Separate()
    {
        if (begun) Raw((byte)'\t');
        begun = true;
    }

    private void Append(string text)
    {
        MakeRoom(encoding.GetMaxByteCount(text.Length));
        try
        {
            used += encoding.GetBytes(text, buffer.AsSpan(used));
        }
        catch (EncoderFallbackException)
        {
            throw new InputException(fileName, $"'{text}' has characters that the file's encoding lacks; set EpanetFile.Encoding to Utf8.");
        }
    }

    private void Raw(byte value)
    {
        MakeRoom(1);
        buffer[used++] = value;
    }

    private void MakeRoom(int bytes)
    {
        if (used + bytes <= buffer.Length) return;
        Flush();
        if (bytes > buffer.Length) buffer = new byte[bytes];
    }
}
