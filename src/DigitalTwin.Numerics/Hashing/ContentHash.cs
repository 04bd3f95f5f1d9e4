using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DigitalTwin.Numerics.Hashing;

/// <summary>
/// A SHA-256 over values in the order in which they are appended. Numbers enter as their exact little-endian bits, so two runs have one
/// hash only when every bit is the same (−0 differs from 0; a NaN is hashed as the one canonical NaN).
/// </summary>
public sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[1024];

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    /// <summary>Appends a number.</summary>
    public void Append(double value) => Append([value]);

    /// <summary>Appends a whole number.</summary>
    public void Append(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer, value);
        hash.AppendData(buffer.AsSpan(0, sizeof(long)));
    }

    /// <summary>Appends a text with its length, so that "ab","c" and "a","bc" differ.</summary>
    public void Append(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(bytes.LongLength);
        hash.AppendData(bytes);
    }

    /// <summary>Appends numbers, without their count.</summary>
    public void Append(ReadOnlySpan<double> values)
    {
        while (values.Length > 0)
        {
            var n = Math.Min(values.Length, buffer.Length / sizeof(double));
            for (var i = 0; i < n; i++)
            {
                var bits = double.IsNaN(values[i]) ? 0x7FF8000000000000 : BitConverter.DoubleToInt64Bits(values[i]);
                BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(i * sizeof(double)), bits);
            }
            hash.AppendData(buffer.AsSpan(0, n * sizeof(double)));
            values = values[n..];
        }
    }

    /// <summary>Appends the raw bytes of values without padding, such as an array of bytes-wide enumerations.</summary>
    public void AppendRaw<T>(ReadOnlySpan<T> values)
        where T : unmanaged => hash.AppendData(MemoryMarshal.AsBytes(values));

    /// <summary>The hash so far, lower-case hexadecimal; more may be appended afterwards.</summary>
    public string Current() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The hash of a file's bytes.</summary>
    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
