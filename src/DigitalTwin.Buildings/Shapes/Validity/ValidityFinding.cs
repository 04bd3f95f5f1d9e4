namespace DigitalTwin.Buildings.Shapes.Validity;

/// <summary>Something that is wrong with a geometry.</summary>
/// <param name="Code">What, by <see cref="ValidityCode"/>.</param>
/// <param name="Building">Id of the building.</param>
/// <param name="Face">Number of the face in its shape, 0-based; -1 where a shell or the whole is meant.</param>
/// <param name="Sentence">What it is, in one sentence with numbers and place.</param>
public sealed record ValidityFinding(ValidityCode Code, string Building, int Face, string Sentence);
