using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DigitalTwin.Simulation.Results.GeoPackage;

/// <summary>
/// Geometry as a GeoPackage stores it (OGC 12-128r18, clause 2.1.3): the letters GP, version, flags, the reference system, an envelope for
/// all but points, and then well-known binary. Little-endian throughout.
/// </summary>
internal static class GeometryBlob
{
    /// <summary>EPSG:4326, longitude and latitude in that order; CGCS2000 coordinates differ from it by less than our data knows.</summary>
    public const int Wgs84 = 4326;

    /// <summary>A plane of which nothing is known.</summary>
    public const int UndefinedPlane = -1;

    private const byte LittleEndian = 0b1, EnvelopeXY = 0b10, Empty = 0b10000;

    public static byte[] Encode(Geometry geometry, WKBWriter writer, int system = Wgs84)
    {
        var withEnvelope = !geometry.IsEmpty && geometry is not Point;
        var wkb = writer.Write(geometry);
        var start = withEnvelope ? 40 : 8;
        var blob = new byte[start + wkb.Length];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = (byte)(LittleEndian | (withEnvelope ? EnvelopeXY : 0) | (geometry.IsEmpty ? Empty : 0));
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), system);
        if (withEnvelope)
        {
            var box = geometry.EnvelopeInternal;
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(8), box.MinX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(16), box.MaxX);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(24), box.MinY);
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(32), box.MaxY);
        }
        wkb.CopyTo(blob, start);
        return blob;
    }

    /// <summary>Reads a blob back; null when it is none.</summary>
    public static Geometry? Decode(byte[] blob, WKBReader reader)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P') return null;
        var envelope = (blob[3] >> 1) & 0b111;
        var start = 8 + (envelope switch { 0 => 0, 1 => 32, 2 or 3 => 48, 4 => 64, _ => blob.Length });
        return start < blob.Length ? reader.Read(blob[start..]) : null;
    }
}
