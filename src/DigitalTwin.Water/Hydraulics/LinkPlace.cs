namespace DigitalTwin.Water.Hydraulics;

/// <summary>One link as the loops over special links see it.</summary>
/// <param name="Link">Index in the network.</param>
/// <param name="Place">Index in the solver's order.</param>
/// <param name="Row1">Row of the start node.</param>
/// <param name="Row2">Row of the end node.</param>
internal readonly record struct LinkPlace(int Link, int Place, int Row1, int Row2);

/// <summary>A link between a junction and a node of known head.</summary>
internal readonly record struct FixedEnd(int Place, int JunctionRow, int FixedRow);
