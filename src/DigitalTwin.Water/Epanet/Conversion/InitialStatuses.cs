using System.Text;
using DigitalTwin.Water.Epanet.Reading;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>Applies [STATUS] to the links in the order of its lines.</summary>
internal static class InitialStatuses
{
    public static void Apply(
        List<StatusRow> rows, string[] ids, LinkKind[] kinds, InitialStatus[] status, double[] setting, Func<string, int> find)
    {
        foreach (var row in rows)
        {
            if (row.Last is null)
            {
                if (find(row.First) is var link && link >= 0) Set(link, row);
                continue;
            }
            var (first, last) = (Number(row.First), Number(row.Last));
            for (var i = 0; i < ids.Length; i++)
            {
                var within = first > 0 && last > 0
                    ? Number(ids[i]) is var number && number >= first && number <= last
                    : string.CompareOrdinal(row.First, ids[i]) <= 0 && string.CompareOrdinal(row.Last, ids[i]) >= 0;
                if (within) Set(i, row);
            }
        }

        // A pump that is opened runs at its nominal speed whatever its line says; a valve that is fixed keeps its setting for later.
        void Set(int link, StatusRow row)
        {
            switch (kinds[link])
            {
                case LinkKind.CheckValvePipe:
                    break;
                case LinkKind.Pipe or LinkKind.GeneralPurpose:
                    status[link] = row.Status ?? status[link];
                    break;
                case LinkKind.Pump:
                    setting[link] = row.Status switch { null => row.Setting, InitialStatus.Closed => 0, _ => 1 };
                    status[link] = setting[link] == 0 ? InitialStatus.Closed : InitialStatus.Open;
                    break;
                default:
                    if (row.Status is null) setting[link] = row.Setting;
                    status[link] = row.Status ?? InitialStatus.Active;
                    break;
            }
        }
    }

    private static long Number(string id) => DecimalText.LeadingInteger(Encoding.UTF8.GetBytes(id));
}
