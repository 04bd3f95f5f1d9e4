using System.Text.Json.Serialization;

namespace DigitalTwin.Grains.Runs;

/// <summary>What is written in JSON of runs in the store.</summary>
[JsonSerializable(typeof(KeptState))]
[JsonSerializable(typeof(StudyBundle))]
internal sealed partial class RunJson : JsonSerializerContext;
