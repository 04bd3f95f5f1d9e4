using System.Text.Json;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>The kinds of the faces of one geometry, from its "semantics".</summary>
internal sealed class SemanticsReader
{
    private readonly List<FaceKind> surfaces = [];
    private readonly List<int> values = [];
    private readonly Dictionary<(int Solid, int Shell), (int First, int Count)> shells = [];
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    /// <summary>Reads the semantics of a geometry; without any, every face is unknown.</summary>
    public void Read(JsonText text, GeometryEntry entry, string path)
    {
        surfaces.Clear();
        values.Clear();
        shells.Clear();
        if (entry.Semantics < 0) return;
        var json = text.At(entry.Semantics);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            var at = entry.Semantics + json.TokenStartIndex;
            if (json.TokenType == JsonTokenType.Null) continue;
            if (member is "surfaces" or "values" && json.TokenType != JsonTokenType.StartArray)
            {
                text.Error(at, $"{path}.semantics.{member} is not an array; what its surfaces are is told by their normals.");
                json.Skip();
            }
            else if (member == "surfaces") Surfaces(ref json, text, at, path);
            else if (member == "values") Values(ref json, text, entry, at, path);
            else json.Skip();
        }
    }

    /// <summary>The kind of a face of a shell of a solid (0, 0 for loose surfaces).</summary>
    public FaceKind Kind(int solid, int shell, int face) =>
        shells.TryGetValue((solid, shell), out var range) && face < range.Count && values[range.First + face] is var at && (uint)at < (uint)surfaces.Count ? surfaces[at] : FaceKind.Unknown;

    private void Surfaces(ref Utf8JsonReader json, JsonText text, long at, string path)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            string? type = null;
            if (json.TokenType == JsonTokenType.StartObject)
            {
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var isType = json.ValueTextEquals("type"u8);
                    json.Read();
                    if (isType && json.TokenType == JsonTokenType.String) type = json.GetString();
                    json.Skip();
                }
            }
            else json.Skip();
            var kind = FaceClassification.ByWord(type);
            if (kind is null && reported.Add(type ?? ""))
                text.Warning(at, $"{path}.semantics.surfaces[{surfaces.Count}] {(type is null ? "has no text 'type'" : $"is a '{type}', which is no surface of a building{Numerics.Diagnostics.NearestName.Hint(type, FaceClassification.Words)}")}; what such surfaces are is told by their normals.");
            surfaces.Add(kind ?? FaceKind.Unknown);
        }
    }

    /// <summary>Numbers nested as the boundaries down to the faces; null stands for one face, or for everything below it.</summary>
    private void Values(ref Utf8JsonReader json, JsonText text, GeometryEntry entry, long at, string path)
    {
        // Arrays from here to the list of faces of a shell: 1 for surfaces, 2 for a solid, 3 for several.
        var depthOfFaces = entry.Nesting - 2;
        int depth = 1, solid = 0, shell = 0, first = 0, solids = 0, shellsOfSolid = 0;
        var wrong = 0;
        while (depth > 0 && json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartArray:
                    depth++;
                    if (depth == depthOfFaces - 1) (solid, shellsOfSolid) = (solids++, 0);
                    if (depth == depthOfFaces) (shell, first) = (shellsOfSolid++, values.Count);
                    break;
                case JsonTokenType.EndArray:
                    if (depth == depthOfFaces) shells[(solid, shell)] = (first, values.Count - first);
                    depth--;
                    break;
                case JsonTokenType.Null when depth == depthOfFaces:
                    values.Add(-1);
                    break;
                case JsonTokenType.Null when depth == depthOfFaces - 1:
                    shellsOfSolid++;
                    break;
                case JsonTokenType.Null:
                    solids++;
                    break;
                case JsonTokenType.Number when depth == depthOfFaces && json.TryGetInt32(out var value) && value >= 0:
                    values.Add(value);
                    break;
                default:
                    if (wrong++ == 0) text.Error(at, $"{path}.semantics.values is not nested like its boundaries or holds something else than numbers; what is not understood of it is told by the normals.");
                    if (depth == depthOfFaces) values.Add(-1);
                    json.Skip();
                    break;
            }
        }
    }
}
